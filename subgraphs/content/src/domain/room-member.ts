// A person's membership of a room: what they may do in it, and how far they have read.
import type { Id } from '@mosaic/kernel/values/ids';

export type RoomRole = 'OWNER' | 'MEMBER';

export class RoomMember {
  /** `<room id> <user id>`: one membership per person and room. */
  id: string;
  roomId: Id<'Room'>;
  userId: Id<'User'>;
  role: RoomRole;
  joinedAt: Date;
  /** Position in the room's log of the event that let them in; 0 for those who were there from the start. */
  joinedSeq: number;
  /** Everything up to this position is read. Only ever grows. */
  readUpTo: number;
}

export const membershipId = (roomId: string, userId: string): string => `${roomId} ${userId}`;
