// How tickets and quotas are kept, and which stored files nothing refers to.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { type mongo, Schema } from 'mongoose';
import { UploadTicket } from '../../domain/upload-ticket.js';

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
const strict = { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw' } as const;

export const uploadTicketSchema = schemaFor(UploadTicket, {
  ownerId: text,
  purpose: text,
  fileName: text,
  maxBytes: number,
  expiresAt: date,
  takenAt: { type: Date, default: null },
});
uploadTicketSchema.index({ expiresAt: 1 });
uploadTicketSchema.index({ ownerId: 1 });

/** By user: the bytes of their originals, and of those that open tickets announce. */
export interface UsageRecord {
  _id: string;
  bytes: number;
}

export const usageSchema = new Schema({ _id: String, bytes: number }, strict);

/**
 * A file in GridFS that no medium refers to: not yet, or not any more. It is written before the file's first chunk, so
 * no crash can leave a chunk that nobody knows of.
 */
export interface LooseFileRecord {
  _id: mongo.ObjectId;
  removeAt: Date;
  /** Its chunks are being removed: no medium may take it any more. */
  isDoomed: boolean;
}

export const looseFileSchema = new Schema(
  { _id: Schema.Types.ObjectId, removeAt: date, isDoomed: { type: Boolean, required: true } },
  strict,
);
looseFileSchema.index({ removeAt: 1 });
