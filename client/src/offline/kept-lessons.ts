// Lessons that were viewed, and videos that were kept on purpose, for reading without a connection. Under the viewer's id.
import type { LessonPageQuery } from '@/graph/generated/graphql';
import { drop, keep, kept, keptBelow } from './kept-store';

export type KeptLesson = NonNullable<LessonPageQuery['lesson']>;

const lessonsOf = (viewerId: string) => `${viewerId}/lesson/`;
const videoKey = (viewerId: string, lessonId: string) => `${viewerId}/video/${lessonId}`;

/** Without the address of its video, which is good for minutes only. */
export const keepLesson = (viewerId: string, lesson: KeptLesson): Promise<void> =>
  keep(`${lessonsOf(viewerId)}${lesson.id}`, { ...lesson, video: null } satisfies KeptLesson);

/** With its video: it is gone, or not for this viewer any more. */
export async function dropLesson(viewerId: string, lessonId: string): Promise<void> {
  await Promise.all([drop(`${lessonsOf(viewerId)}${lessonId}`), dropVideo(viewerId, lessonId)]);
}

export const keptLesson = (viewerId: string, lessonId: string): Promise<KeptLesson | undefined> =>
  kept<KeptLesson>(`${lessonsOf(viewerId)}${lessonId}`);

export const keptLessons = async (viewerId: string): Promise<readonly KeptLesson[]> =>
  (await keptBelow<KeptLesson>(lessonsOf(viewerId))).map(([, lesson]) => lesson);

export const keepVideo = (viewerId: string, lessonId: string, bytes: Blob): Promise<void> =>
  keep(videoKey(viewerId, lessonId), bytes);

export const keptVideo = (viewerId: string, lessonId: string): Promise<Blob | undefined> =>
  kept<Blob>(videoKey(viewerId, lessonId));

export const dropVideo = (viewerId: string, lessonId: string): Promise<void> => drop(videoKey(viewerId, lessonId));
