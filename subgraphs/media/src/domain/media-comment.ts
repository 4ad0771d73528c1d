// What somebody says about a medium.
import type { Id } from '@mosaic/kernel/values/ids';

export const BODY = { longest: 2_000, lines: 'many' } as const;

export class MediaComment {
  id: Id<'MediaComment'>;
  mediaId: Id<'Media'>;
  authorId: Id<'User'>;
  body: string;
  createdAt: Date;
}
