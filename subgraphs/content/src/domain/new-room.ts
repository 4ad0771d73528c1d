// A room at its first moment. Those who are in it from the start joined at position 0 of a log that is still empty.

import { fold } from '@mosaic/kernel/values/fold';
import type { Id } from '@mosaic/kernel/values/ids';
import { pairKeyOf, Room } from './room.js';
import { membershipId, RoomMember, type RoomRole } from './room-member.js';

const member = (roomId: Id<'Room'>, userId: Id<'User'>, role: RoomRole, now: Date, joinedSeq: number): RoomMember =>
  Object.assign(new RoomMember(), {
    id: membershipId(roomId, userId),
    roomId,
    userId,
    role,
    joinedAt: now,
    joinedSeq,
    readUpTo: joinedSeq,
  });

const empty = (id: Id<'Room'>, memberIds: Id<'User'>[], now: Date) => ({
  id,
  memberIds,
  createdAt: now,
  activeAt: now,
  seq: 0,
  lastMessageSeq: 0,
});

/** The room of two people; neither owns it. */
export function newDirectRoom(id: Id<'Room'>, a: Id<'User'>, b: Id<'User'>, now: Date) {
  const room: Room = Object.assign(new Room(), empty(id, [a, b], now), {
    kind: 'DIRECT' as const,
    title: null,
    foldedTitle: null,
    pairKey: pairKeyOf(a, b),
  });
  return { room, members: [a, b].map((userId) => member(id, userId, 'MEMBER', now, 0)) };
}

/** A group owned by the one who makes it; whoever is invited twice is in it once. */
export function newGroupRoom(
  id: Id<'Room'>,
  owner: Id<'User'>,
  title: string,
  invited: readonly Id<'User'>[],
  now: Date,
) {
  const others = [...new Set(invited)].filter((userId) => userId !== owner);
  const room: Room = Object.assign(new Room(), empty(id, [owner, ...others], now), {
    kind: 'GROUP' as const,
    title,
    foldedTitle: fold(title),
  });
  const members = [member(id, owner, 'OWNER', now, 0), ...others.map((userId) => member(id, userId, 'MEMBER', now, 0))];
  return { room, members };
}

/** Somebody who comes later. What was said before is theirs to read, and counts as read. */
export const newMember = (room: Room, userId: Id<'User'>, now: Date): RoomMember =>
  member(room.id, userId, 'MEMBER', now, room.seq);
