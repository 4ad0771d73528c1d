// A room: two people (DIRECT, fixed for ever) or a group with owners. Its log numbers everything that happens in it.
import type { Id } from '@mosaic/kernel/values/ids';

export type RoomKind = 'DIRECT' | 'GROUP';

export const LARGEST_ROOM = 500;
/** How many people can be invited with the creation itself. */
export const MOST_INVITED = 50;
export const TITLE = { longest: 120, lines: 'one' } as const;

export class Room {
  id: Id<'Room'>;
  kind: RoomKind;
  /** Null for a direct room: clients show the other person. */
  title: string | null;
  /** The title folded for searching. */
  foldedTitle: string | null;
  /** Who the two of a direct room are; unique, absent for groups. */
  pairKey?: string;
  memberIds: Id<'User'>[];
  createdAt: Date;
  /** When something last happened here. */
  activeAt: Date;
  /** Position of the last event of the room's log. */
  seq: number;
  /** Position of the last message, 0 when there is none. */
  lastMessageSeq: number;
}

/** One key for two people, whoever of them opens the room. */
export const pairKeyOf = (a: string, b: string): string => [a, b].sort().join(' ');
