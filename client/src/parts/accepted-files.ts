// Which files the server takes for which purpose, as the file picker and the drop zone need it. The server decides.
import type { MediaPurpose } from '@/graph/generated/graphql';

const pictures = ['.jpg', '.jpeg', '.png', '.gif'];
const files = [...pictures, '.pdf'];

const endings: Readonly<Record<MediaPurpose, readonly string[]>> = {
  AVATAR: pictures,
  POST: files,
  PRODUCT: pictures,
  MESSAGE: files,
  DOCUMENT: files,
  ALBUM: pictures,
  LESSON_VIDEO: ['.mp4', '.m4v', '.webm'],
};

/** For the attribute `accept` of a file input. */
export const acceptedFor = (purpose: MediaPurpose): string => endings[purpose].join(',');

/** "JPG, PNG, GIF": for people to read. */
export const kindsFor = (purpose: MediaPurpose): string =>
  endings[purpose]
    .filter((ending) => ending !== '.jpeg' && ending !== '.m4v')
    .map((ending) => ending.slice(1).toUpperCase())
    .join(', ');
