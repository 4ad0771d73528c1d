// Reads of media, comments and avatars, each scoped to who asks.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import type { Period } from '@mosaic/schema/period';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import { Media } from '../../domain/media.js';
import { MediaComment } from '../../domain/media-comment.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_FIRST = { by: 'createdAt', way: -1, isDate: true } as const;
const OLDEST_FIRST = { by: 'createdAt', way: 1, isDate: true } as const;

/** Media and comments stand in their lists by when they came. */
export const createdKey = ({ createdAt, id }: { createdAt: Date; id: string }): CursorKey => [createdAt.getTime(), id];

export function readMedia(
  { media, comments, avatars, coaches }: Collections,
  inSharedAlbums: (asker: Asker, mediaIds: readonly string[]) => Promise<ReadonlySet<string>>,
) {
  const byIds = async (budget: Pick<Asker, 'deadline'>, ids: readonly string[]): Promise<Media[]> => {
    const found = await media
      .find({ _id: trusted({ $in: [...ids] }) })
      .maxTimeMS(budgetOf(budget))
      .lean<Stored<Media>[]>();
    return found.map((record) => hydrate(Media, record));
  };

  return {
    /** Those the asker (null: somebody who is not signed in) may see: public ones, their own, those of shared albums. */
    async mediaFor(asker: Asker | null, ids: readonly string[]): Promise<Media[]> {
      const found = await byIds(asker ?? {}, ids);
      const isPlain = (medium: Media) => may.seeAsStranger(medium) || may.own(asker, medium);
      const others = found.filter((medium) => !isPlain(medium)).map(({ id }) => id);
      const shared = asker && others.length > 0 ? await inSharedAlbums(asker, others) : new Set();
      return found.filter((medium) => isPlain(medium) || shared.has(medium.id));
    },

    /** Unscoped: for those who showed a grant or a signed link for exactly these. */
    systemMedia: byIds,

    async mediaOf(asker: Asker, page: Page): Promise<Media[]> {
      const found = await keysetPage(media, { ownerId: asker.id }, NEWEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Media, record));
    },

    /** Of a medium the asker holds, so may see. */
    async commentsOf(asker: Asker, { id }: Media, page: Page): Promise<MediaComment[]> {
      const found = await keysetPage(comments, { mediaId: id }, OLDEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(MediaComment, record));
    },

    /** Without regard to their media: loaders ask whether those may be seen. */
    async systemComments(asker: Asker, ids: readonly string[]): Promise<MediaComment[]> {
      const found = await comments
        .find({ _id: trusted({ $in: [...ids] }) })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<MediaComment>[]>();
      return found.map((record) => hydrate(MediaComment, record));
    },

    /** Ids of avatars by user id. */
    async avatarIds(asker: Pick<Asker, 'deadline'>, userIds: readonly string[]): Promise<Map<string, string>> {
      const found = await avatars
        .find({ _id: trusted({ $in: [...userIds] }) })
        .maxTimeMS(budgetOf(asker))
        .lean();
      return new Map(found.map(({ _id, mediaId }) => [_id, mediaId]));
    },

    async isApprovedCoach({ id, ...asker }: Asker): Promise<boolean> {
      return (await coaches.exists({ _id: id, isApproved: true }).maxTimeMS(budgetOf(asker))) !== null;
    },

    /** How many media of this period there are, and their originals' bytes. */
    async uploadsIn(asker: Asker, { from, to }: Period): Promise<{ count: number; bytes: number }> {
      const [sum] = await media
        .aggregate<{ count: number; bytes: number }>([
          { $match: { createdAt: { $gte: from, $lt: to } } },
          { $group: { _id: null, count: { $sum: 1 }, bytes: { $sum: '$byteLength' } } },
        ])
        .option({ maxTimeMS: budgetOf(asker) });
      return { count: sum?.count ?? 0, bytes: sum?.bytes ?? 0 };
    },
  };
}
