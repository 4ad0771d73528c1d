// A lesson and its course, for those who may change them.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { systemAsker } from '../data/asker.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Course } from '../domain/course.js';
import type { Lesson } from '../domain/lesson.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { courseTurn, takeCourse } from './take-course.js';

/** Refuses NOT_FOUND; throws FORBIDDEN for a coach who is not approved. */
export async function takeLesson(
  unit: Unit,
  viewer: Viewer,
  lessonId: string,
): Promise<{ lesson: Lesson; course: Course } | Refusal> {
  const lesson = await unit.courses.findLesson(lessonId);
  if (!lesson) return refuse('NOT_FOUND');
  const course = await takeCourse(unit, viewer, lesson.courseId);
  return isRefusal(course) ? course : { lesson, course };
}

/** The turn of the course that the lesson is in, which never changes. */
export async function turnOfLesson({ read }: Rooms, lessonId: string): Promise<string> {
  const [lesson] = await read.systemLessons(systemAsker, [lessonId]);
  return courseTurn(lesson?.courseId ?? '');
}
