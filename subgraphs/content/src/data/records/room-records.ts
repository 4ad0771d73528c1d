// Rooms, their members, and the log of what happened in them.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Schema } from 'mongoose';
import { Reaction } from '../../domain/reaction.js';
import { Room } from '../../domain/room.js';
import type { RoomEventKind } from '../../domain/room-event.js';
import { RoomMember } from '../../domain/room-member.js';

export const roomSchema = schemaFor(Room, {
  kind: { type: String, required: true },
  title: { type: String, default: null },
  foldedTitle: { type: String, default: null },
  pairKey: String,
  memberIds: { type: [String], required: true },
  createdAt: { type: Date, required: true },
  activeAt: { type: Date, required: true },
  seq: { type: Number, required: true },
  lastMessageSeq: { type: Number, required: true },
});
roomSchema.index({ pairKey: 1 }, { unique: true, partialFilterExpression: { pairKey: { $exists: true } } });
roomSchema.index({ memberIds: 1, activeAt: -1, _id: -1 });

export const roomMemberSchema = schemaFor(RoomMember, {
  roomId: { type: String, required: true },
  userId: { type: String, required: true },
  role: { type: String, required: true },
  joinedAt: { type: Date, required: true },
  joinedSeq: { type: Number, required: true },
  readUpTo: { type: Number, required: true },
});
roomMemberSchema.index({ roomId: 1, joinedSeq: 1, _id: 1 });
roomMemberSchema.index({ roomId: 1, readUpTo: 1, _id: 1 });

/** One entry of a room's log. A message is such an entry, so that all that happens in a room has one order. */
export interface RoomEventRecord {
  _id: string;
  roomId: string;
  seq: number;
  kind: RoomEventKind;
  at: Date;
  /** Of a message only. */
  authorId?: string;
  clientMessageId?: string;
  body?: string;
  /** Absent in a message that answers none: only replies are in the index of threads. */
  parentId?: string;
  mediaIds?: string[];
  /** Of a reaction only: the message it is on. */
  messageId?: string;
  /** Of a change of membership only. */
  memberId?: string;
}

export const roomEventSchema = new Schema(
  {
    _id: String,
    roomId: { type: String, required: true },
    seq: { type: Number, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    authorId: String,
    clientMessageId: String,
    body: String,
    parentId: String,
    mediaIds: { type: [String], default: undefined },
    messageId: String,
    memberId: String,
  },
  { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw' },
);
roomEventSchema.index({ roomId: 1, seq: 1 }, { unique: true });
// Pages of messages, and unread counts without loading a single one.
roomEventSchema.index({ roomId: 1, kind: 1, seq: 1, authorId: 1 });
roomEventSchema.index(
  { authorId: 1, clientMessageId: 1 },
  { unique: true, partialFilterExpression: { clientMessageId: { $exists: true } } },
);
// Threads: their replies in order, and how many there are without loading one.
roomEventSchema.index({ parentId: 1, seq: 1 }, { partialFilterExpression: { parentId: { $exists: true } } });
roomEventSchema.index({ kind: 1, at: 1 });

export const reactionSchema = schemaFor(Reaction, {
  messageId: { type: String, required: true },
  userId: { type: String, required: true },
  emoji: { type: String, required: true },
  seq: { type: Number, required: true },
});
// Says again what the id says: whatever writes here, nobody counts twice.
reactionSchema.index({ messageId: 1, userId: 1, emoji: 1 }, { unique: true });
