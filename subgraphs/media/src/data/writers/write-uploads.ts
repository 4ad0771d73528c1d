// Writes of tickets and of what they take of their owner's quota: one transaction each, so the two never disagree.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import { later } from '@mosaic/kernel/values/time';
import { type ClientSession, trusted } from 'mongoose';
import { TICKET_LIFE, UploadTicket } from '../../domain/upload-ticket.js';
import type { Collections } from '../records/collections.js';

export function writeUploads({ tickets, usages }: Collections, session: ClientSession, now: Date) {
  const giveBack = (ownerId: string, bytes: number) =>
    usages.updateOne({ _id: ownerId }, { $inc: { bytes: -bytes } }, { session });

  return {
    countOpen: (ownerId: string): Promise<number> => tickets.countDocuments({ ownerId }, { session }),

    /** Null when they fit and are taken; otherwise how many bytes are left. */
    async reserve(ownerId: string, bytes: number, quota: number): Promise<number | null> {
      await usages.updateOne({ _id: ownerId }, { $setOnInsert: { bytes: 0 } }, { upsert: true, session });
      const fits = { _id: ownerId, bytes: trusted({ $lte: quota - bytes }) };
      const { modifiedCount } = await usages.updateOne(fits, { $inc: { bytes } }, { session });
      if (modifiedCount === 1) return null;
      const usage = await usages.findOne({ _id: ownerId }, {}, { session }).lean();
      return Math.max(0, quota - (usage?.bytes ?? 0));
    },

    giveBack,

    async add(ticket: UploadTicket): Promise<void> {
      await tickets.insertMany([toStored(ticket)], { session, lean: true });
    },

    async find(_id: string): Promise<UploadTicket | null> {
      const found = await tickets.findOne({ _id }, {}, { session }).lean<Stored<UploadTicket>>();
      return found && hydrate(UploadTicket, found);
    },

    /** A ticket is taken by its first upload and never again; from now on it has another life to finish. */
    async take(_id: string): Promise<UploadTicket | null> {
      const taken = await tickets
        .findOneAndUpdate(
          { _id, takenAt: null, expiresAt: trusted({ $gt: now }) },
          { takenAt: now, expiresAt: later(now, TICKET_LIFE) },
          { session, returnDocument: 'after' },
        )
        .lean<Stored<UploadTicket>>();
      return taken && hydrate(UploadTicket, taken);
    },

    /** Ends a ticket that brought `kept` bytes. False when it ended before. */
    async end({ id, ownerId, maxBytes }: UploadTicket, kept: number): Promise<boolean> {
      const { deletedCount } = await tickets.deleteOne({ _id: id }, { session });
      if (deletedCount === 1 && maxBytes > kept) await giveBack(ownerId, maxBytes - kept);
      return deletedCount === 1;
    },

    /** Some tickets whose time is over. */
    async overdue(limit: number): Promise<UploadTicket[]> {
      const due = { expiresAt: trusted({ $lte: now }) };
      const found = await tickets.find(due, {}, { session }).limit(limit).lean<Stored<UploadTicket>[]>();
      return found.map((record) => hydrate(UploadTicket, record));
    },
  };
}
