// An album: media of its owner in an order, for the people it is shared with.
import type { Id } from '@mosaic/kernel/values/ids';

export const TITLE = { longest: 100, lines: 'one' } as const;
export const MOST_ALBUMS = 500;
export const MOST_ITEMS = 500;
export const MOST_SHARES = 200;

export class Album {
  id: Id<'Album'>;
  ownerId: Id<'User'>;
  title: string;
  /** In the order shown. */
  mediaIds: Id<'Media'>[];
  /** Whom it is shared with one by one. */
  userIds: Id<'User'>[];
  /** Events whose people see it, for as long as they belong to the event. */
  eventIds: Id<'Event'>[];
  createdAt: Date;
  /** Counts changes; taking an album for a change is its lock. */
  version: number;
}
