// What people upload for: which types of file, how large, and whether everybody may see the result.

/** The types we know, by the name of their signature; an extension must agree with it. */
export const fileTypes = {
  jpg: { contentType: 'image/jpeg', kind: 'IMAGE', extensions: ['jpg', 'jpeg'] },
  png: { contentType: 'image/png', kind: 'IMAGE', extensions: ['png'] },
  gif: { contentType: 'image/gif', kind: 'IMAGE', extensions: ['gif'] },
  pdf: { contentType: 'application/pdf', kind: 'DOCUMENT', extensions: ['pdf'] },
  mp4: { contentType: 'video/mp4', kind: 'VIDEO', extensions: ['mp4', 'm4v'] },
  webm: { contentType: 'video/webm', kind: 'VIDEO', extensions: ['webm'] },
} as const;
export type FileType = keyof typeof fileTypes;
export type MediaKind = (typeof fileTypes)[FileType]['kind'];

/** The hard limit of everything but videos, in bytes. */
export const LARGEST_FILE = 10_485_760;

interface Policy {
  readonly types: readonly FileType[];
  /** Everybody may fetch what is derived from it, without signing in; its original stays its owner's. */
  readonly isPublic: boolean;
}

const images = ['jpg', 'png', 'gif'] as const;
const files = [...images, 'pdf'] as const;

export const purposes = {
  AVATAR: { types: images, isPublic: true },
  POST: { types: files, isPublic: true },
  PRODUCT: { types: images, isPublic: true },
  MESSAGE: { types: files, isPublic: false },
  DOCUMENT: { types: files, isPublic: false },
  ALBUM: { types: images, isPublic: false },
  LESSON_VIDEO: { types: ['mp4', 'webm'], isPublic: false },
} as const satisfies Record<string, Policy>;
export type Purpose = keyof typeof purposes;

/** The policy of a purpose, as plain lists. */
export const policyOf = (purpose: Purpose): Policy => purposes[purpose];

/** The type a name claims for its file by its last extension; null when that is none of ours. */
export function claimedType(fileName: string): FileType | null {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const found = Object.entries(fileTypes).find(([, { extensions }]) =>
    (extensions as readonly string[]).includes(extension),
  );
  return (found?.[0] as FileType | undefined) ?? null;
}
