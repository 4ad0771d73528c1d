// The log of a room as a live log: messages and changes of membership in the one order in which they were committed.
import type { LiveEvent, LiveLog } from '@mosaic/kernel/live/live-event';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { trusted } from 'mongoose';
import type { RoomEvent } from '../../domain/room-event.js';
import { roomTopic } from '../../domain/topics.js';
import type { Collections } from '../records/collections.js';
import { messageOf } from '../records/message-of.js';
import type { RoomEventRecord } from '../records/room-records.js';

const roomIdOf = (topic: string) => topic.slice(roomTopic('').length);

const bodyOf = (record: RoomEventRecord): RoomEvent => {
  if (record.kind === 'MESSAGE') return { kind: record.kind, message: messageOf(record) };
  if (record.kind === 'REACTED') return { kind: record.kind, messageId: record.messageId ?? '' };
  if (record.kind === 'RENAMED') return { kind: record.kind };
  return { kind: record.kind, memberId: record.memberId ?? '' };
};

/** Kept for as long as the room: a cursor into it is never too old. */
export function roomLog({ rooms, roomEvents }: Collections): LiveLog<RoomEvent> {
  return {
    async readAfter(topic, after, limit): Promise<LiveEvent<RoomEvent>[]> {
      const records = await roomEvents
        .find({ roomId: roomIdOf(topic), seq: trusted({ $gt: after }) })
        .sort({ seq: 1 })
        .limit(limit)
        .maxTimeMS(budgetOf({}))
        .lean<RoomEventRecord[]>();
      return records.map((record) => ({ seq: record.seq, occurredAt: record.at, body: bodyOf(record) }));
    },

    async bounds(topic) {
      const room = await rooms.findById(roomIdOf(topic), { seq: 1 }).maxTimeMS(budgetOf({})).lean();
      return { last: room?.seq ?? 0, oldest: 1 };
    },
  };
}
