// Reads of messages: pages of a room's log that hold only what was said, and counts of what is unread.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import { Message } from '../../domain/message.js';
import type { Room } from '../../domain/room.js';
import type { RoomMember } from '../../domain/room-member.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';
import { messageOf } from '../records/message-of.js';
import type { RoomEventRecord } from '../records/room-records.js';

const IN_ORDER = { by: 'seq', way: 1, isDate: false } as const;

export const messageKey = ({ seq, id }: Message): CursorKey => [seq, id];

export function readMessages({ roomEvents }: Collections) {
  const said = (roomId: string) => ({ roomId, kind: 'MESSAGE' });
  const beside = (asker: Asker, filter: object, way: 1 | -1, limit: number) =>
    roomEvents.find(filter).sort({ seq: way }).limit(limit).maxTimeMS(budgetOf(asker)).lean<RoomEventRecord[]>();

  return {
    /** By id, without looking at who may see them: callers check the rooms. */
    async systemMessages(asker: Asker, ids: readonly string[]): Promise<Message[]> {
      const chosen = { _id: trusted({ $in: [...ids] }), kind: 'MESSAGE' as const };
      return (await roomEvents.find(chosen).maxTimeMS(budgetOf(asker)).lean<RoomEventRecord[]>()).map(messageOf);
    },

    /** What the asker said under this client id, wherever that was. */
    async sentAs(asker: Asker, clientMessageId: string): Promise<Message | null> {
      const found = await roomEvents
        .findOne({ authorId: asker.id, clientMessageId })
        .maxTimeMS(budgetOf(asker))
        .lean<RoomEventRecord>();
      return found && messageOf(found);
    },

    async messagesIn(asker: Asker, room: Room, page: Page): Promise<Message[]> {
      if (!may.seeRoom(asker, room)) return [];
      return (await keysetPage(roomEvents, said(room.id), IN_ORDER, page, budgetOf(asker))).map(messageOf);
    },

    /** Up to `limit` messages on each side of the anchor, in order; the anchor itself stands with the older ones. */
    async messagesAround(asker: Asker, room: Room, anchor: Message, limit: number) {
      if (!may.seeRoom(asker, room) || anchor.roomId !== room.id) return { older: [], newer: [] };
      const [older, newer] = await Promise.all([
        beside(asker, { ...said(room.id), seq: trusted({ $lte: anchor.seq }) }, -1, limit),
        beside(asker, { ...said(room.id), seq: trusted({ $gt: anchor.seq }) }, 1, limit),
      ]);
      return { older: older.reverse().map(messageOf), newer: newer.map(messageOf) };
    },

    /** What was answered to a message, in order. Callers have checked the room. */
    async repliesTo(asker: Asker, { id }: Message, page: Page): Promise<Message[]> {
      return (await keysetPage(roomEvents, { parentId: id }, IN_ORDER, page, budgetOf(asker))).map(messageOf);
    },

    /** By id of the message that was answered; without those nobody answered. */
    async replyCounts(asker: Asker, ids: readonly string[]): Promise<Map<string, number>> {
      const counts = await roomEvents
        .aggregate<{ _id: string; count: number }>([
          { $match: { parentId: { $in: [...ids] } } },
          { $group: { _id: '$parentId', count: { $sum: 1 } } },
        ])
        .option({ maxTimeMS: budgetOf(asker) });
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },

    /** The last message of each room that has one. */
    async lastMessagesOf(asker: Asker, rooms: readonly Room[]): Promise<Message[]> {
      const seen = rooms.filter((room) => may.seeRoom(asker, room) && room.lastMessageSeq > 0);
      if (seen.length === 0) return [];
      const last = seen.map(({ id, lastMessageSeq }) => ({ roomId: id, seq: lastMessageSeq }));
      return (await roomEvents.find({ $or: last }).maxTimeMS(budgetOf(asker)).lean<RoomEventRecord[]>()).map(messageOf);
    },

    /** By room id: how many messages of others came after each of the asker's markers. Counted in an index. */
    async unreadCounts(asker: Asker, memberships: readonly RoomMember[]): Promise<Map<string, number>> {
      if (memberships.length === 0) return new Map();
      const unread = memberships.map(({ roomId, readUpTo, userId }) => ({
        ...said(roomId),
        seq: { $gt: readUpTo },
        authorId: { $ne: userId },
      }));
      const counts = await roomEvents
        .aggregate<{ _id: string; count: number }>([
          { $match: { $or: unread } },
          { $group: { _id: '$roomId', count: { $sum: 1 } } },
        ])
        .option({ maxTimeMS: budgetOf(asker) });
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },
  };
}
