// A post: something a person tells everybody who is signed in. Its counters change with the rows they count, never alone.
import type { Id } from '@mosaic/kernel/values/ids';

export const POST_BODY = { longest: 10_000, lines: 'many' } as const;

export class Post {
  id: Id<'Post'>;
  authorId: Id<'User'>;
  body: string;
  mediaIds: Id<'Media'>[];
  createdAt: Date;
  /** When its author last changed it; null when never. */
  editedAt: Date | null;
  version: number;
  /**
   * The nth post of all. Taken in the transaction that writes the post, so posts become visible in the order of their
   * places: behind a place that was seen, nothing can appear any more.
   */
  place: number;
  likeCount: number;
  /** Without those that were deleted. */
  commentCount: number;
  /** How many comments it ever had; places them. */
  commentPlaces: number;
}
