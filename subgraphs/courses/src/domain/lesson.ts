// A lesson: one step of a course. A draft is seen by the authors of the course alone.
import type { Id } from '@mosaic/kernel/values/ids';

export const LESSON_TITLE = { longest: 120, lines: 'one' } as const;
export const CONTENT = { longest: 50_000, lines: 'many' } as const;
export const LONGEST_MINUTES = 1_440;

export interface LessonVideo {
  readonly mediaId: Id<'Media'>;
  /** Who put it there: the grant speaks in their name, and counts only for what is theirs. */
  readonly by: Id<'User'>;
}

export class Lesson {
  id: Id<'Lesson'>;
  courseId: Id<'Course'>;
  title: string;
  durationMinutes: number;
  /** Whether everybody who sees the course may see what is inside. */
  isPreview: boolean;
  isPublished: boolean;
  content: string;
  video: LessonVideo | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
