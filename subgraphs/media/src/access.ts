// Who may see or do what: pure predicates, used where records are loaded and where use cases decide.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Album } from './domain/album.js';
import type { Media } from './domain/media.js';
import { type Purpose, policyOf } from './domain/purposes.js';

interface Owned {
  readonly ownerId: string;
}

export const may = {
  own: (viewer: Viewer | null, { ownerId }: Owned): boolean => viewer?.id === ownerId,

  /** What is derived from media of a public purpose is for everybody, signed in or not. */
  seeAsStranger: ({ purpose }: Pick<Media, 'purpose'>): boolean => policyOf(purpose).isPublic,

  /** `eventIds` are the events the viewer belongs to. */
  seeAlbum: (viewer: Viewer, album: Album, eventIds: readonly string[]): boolean =>
    album.ownerId === viewer.id ||
    album.userIds.includes(viewer.id) ||
    album.eventIds.some((id) => eventIds.includes(id)),

  uploadFor: (viewer: Viewer, purpose: Purpose, isCoach: boolean): boolean =>
    purpose !== 'LESSON_VIDEO' || isCoach || viewer.role === 'ADMIN',

  seeDashboard: (viewer: Viewer | null): boolean => viewer?.role === 'ADMIN',
} as const;
