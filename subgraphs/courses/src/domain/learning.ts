// What one person has done in one course. It outlives the enrollment: who comes back goes on where they were. Its `turn`
// is also the lock under which attempts and completions of that person happen.
import type { Id } from '@mosaic/kernel/values/ids';

export interface LessonPosition {
  readonly lessonId: Id<'Lesson'>;
  readonly seconds: number;
  readonly savedAt: Date;
}

export class Learning {
  /** `<course id> <user id>`: one per person and course. */
  id: string;
  courseId: Id<'Course'>;
  userId: Id<'User'>;
  turn: number;
  /** Each once, whether or not the lesson is still published. */
  completedLessonIds: Id<'Lesson'>[];
  /** Where the person was last. */
  position: LessonPosition | null;
}

export const learningId = (courseId: string, userId: string): string => `${courseId} ${userId}`;

/** From 0 to 1: how many of the published lessons are completed. 0 for a course without any. */
export function progressOf(completed: readonly string[], published: readonly string[]): number {
  if (published.length === 0) return 0;
  const done = new Set(completed);
  return published.filter((id) => done.has(id)).length / published.length;
}
