// Writes of rooms. Taking a room takes its next place in the log, which is also the lock: two transactions that change
// one room conflict on its counter, and the later one starts again.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { Id } from '@mosaic/kernel/values/ids';
import { type ClientSession, trusted } from 'mongoose';
import type { Message } from '../../domain/message.js';
import { Room } from '../../domain/room.js';
import type { InboxChange, InboxEntry } from '../../domain/room-event.js';
import { membershipId, RoomMember, type RoomRole } from '../../domain/room-member.js';
import { inboxTopic, roomTopic } from '../../domain/topics.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';
import type { RoomEventRecord } from '../records/room-records.js';
import type { TopicWriter } from './write-topics.js';

export type RoomWriter = ReturnType<typeof writeRooms>;

export function writeRooms(
  { rooms, roomMembers, roomEvents }: Collections,
  session: ClientSession,
  now: Date,
  topics: TopicWriter,
  wakes: (topic: string) => void,
) {
  const log = async (room: Room, event: Omit<RoomEventRecord, 'roomId' | 'seq' | 'at'>) => {
    const record: RoomEventRecord = { ...event, roomId: room.id, seq: room.seq, at: now };
    await roomEvents.insertMany([record], { session, lean: true });
    wakes(roomTopic(room.id));
  };
  /** Also in the inboxes of those who are told. */
  const tell = async (
    room: Room,
    event: Omit<RoomEventRecord, 'roomId' | 'seq' | 'at'> & { kind: InboxChange & RoomEventRecord['kind'] },
    told: readonly string[],
  ) => {
    await log(room, event);
    const entry: InboxEntry = { roomId: room.id, change: event.kind };
    await topics.append(told.map(inboxTopic), { ...entry });
  };
  const eventId = (room: Room) => `${room.id}:${room.seq}`;

  const take = async (asker: Asker, roomId: string, change: object): Promise<Room | null> => {
    const found = await rooms
      .findOneAndUpdate({ _id: roomId, memberIds: asker.id }, change, { session, returnDocument: 'after' })
      .lean<Stored<Room>>();
    return found && hydrate(Room, found);
  };

  return {
    async add(room: Room, members: readonly RoomMember[]): Promise<void> {
      await rooms.insertMany([toStored(room)], { session, lean: true });
      await roomMembers.insertMany(members.map(toStored), { session, lean: true });
      const entry: InboxEntry = { roomId: room.id, change: 'MEMBER_ADDED' };
      await topics.append(room.memberIds.map(inboxTopic), { ...entry });
    },

    /** The room with its next place taken, or null when the asker is not a member. Nobody else can change it now. */
    takeFor: (asker: Asker, roomId: string) => take(asker, roomId, { $inc: { seq: 1 }, activeAt: now }),

    /** The same for what does not move the room to the top of lists. */
    takeQuietlyFor: (asker: Asker, roomId: string) => take(asker, roomId, { $inc: { seq: 1 } }),

    /** Notes at the place taken that the reactions to a message changed. */
    noteReaction: (room: Room, messageId: string) => log(room, { _id: eventId(room), kind: 'REACTED', messageId }),

    async member(roomId: string, userId: string): Promise<RoomMember | null> {
      const found = await roomMembers
        .findOne({ _id: membershipId(roomId, userId) }, {}, { session })
        .lean<Stored<RoomMember>>();
      return found && hydrate(RoomMember, found);
    },

    /** Whether the room has an owner beside this one. */
    hasOtherOwner: async (room: Room, userId: string): Promise<boolean> =>
      (await roomMembers
        .exists({ roomId: room.id, role: 'OWNER', userId: trusted({ $ne: userId }) })
        .session(session)) !== null,

    /** Who of the others has been in the room longest; null when nobody else is there. */
    async eldestOther(room: Room, userId: string): Promise<RoomMember | null> {
      const found = await roomMembers
        .findOne({ roomId: room.id, userId: trusted({ $ne: userId }) }, {}, { session })
        .sort({ joinedSeq: 1, _id: 1 })
        .lean<Stored<RoomMember>>();
      return found && hydrate(RoomMember, found);
    },

    /** Moves a marker forward, never back; false when it stood there or further already. */
    async markRead(asker: Asker, roomId: Id<'Room'>, upTo: number): Promise<boolean> {
      const behind = { _id: membershipId(roomId, asker.id), readUpTo: trusted({ $lt: upTo }) };
      const { modifiedCount } = await roomMembers.updateOne(behind, { readUpTo: upTo }, { session });
      if (modifiedCount === 0) return false;
      const entry: InboxEntry = { roomId, change: 'READ' };
      await topics.append([inboxTopic(asker.id)], { ...entry });
      return true;
    },

    /** Writes a message at the place taken. Throws a duplicate key error when its client id was used before. */
    async say(room: Room, { id, roomId: _, seq: _place, sentAt: _now, parentId, ...said }: Message): Promise<void> {
      await tell(room, { _id: id, kind: 'MESSAGE', ...said, ...(parentId && { parentId }) }, room.memberIds);
      await rooms.updateOne({ _id: room.id }, { lastMessageSeq: room.seq }, { session });
    },

    async admit(room: Room, member: RoomMember): Promise<void> {
      await rooms.updateOne({ _id: room.id }, { $push: { memberIds: member.userId } }, { session });
      await roomMembers.insertMany([toStored(member)], { session, lean: true });
      const told = [...room.memberIds, member.userId];
      await tell(room, { _id: eventId(room), kind: 'MEMBER_ADDED', memberId: member.userId }, told);
    },

    /** Also tells the one who goes, so that their other devices know. */
    async release(room: Room, userId: Id<'User'>): Promise<void> {
      await rooms.updateOne({ _id: room.id }, { $pull: { memberIds: userId } }, { session });
      await roomMembers.deleteOne({ _id: membershipId(room.id, userId) }, { session });
      await tell(room, { _id: eventId(room), kind: 'MEMBER_REMOVED', memberId: userId }, room.memberIds);
    },

    async appoint(room: Room, userId: string, role: RoomRole): Promise<void> {
      await roomMembers.updateOne({ _id: membershipId(room.id, userId) }, { role }, { session });
    },

    async rename(room: Room, title: string, foldedTitle: string): Promise<void> {
      await rooms.updateOne({ _id: room.id }, { title, foldedTitle }, { session });
      await tell(room, { _id: eventId(room), kind: 'RENAMED' }, room.memberIds);
    },
  };
}
