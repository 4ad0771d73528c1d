// A message: what one person said in a room. It is an event of the room's log and keeps its place in it.
import type { Id } from '@mosaic/kernel/values/ids';

export const BODY = { longest: 4_000, lines: 'many' } as const;

export class Message {
  id: Id<'Message'>;
  roomId: Id<'Room'>;
  /** Position in the room's log. */
  seq: number;
  authorId: Id<'User'>;
  /** The sender's own name for it (a UUID): sending twice under one name is sending once. */
  clientMessageId: string;
  body: string;
  /** The message it answers; null for one that begins a thread or stands alone. */
  parentId: Id<'Message'> | null;
  mediaIds: Id<'Media'>[];
  sentAt: Date;
}
