// Another lesson, as the last of a section. Safe to retry with the same key.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { appendLesson } from '../domain/arrange-lessons.js';
import { allLessonIds, MOST_LESSONS } from '../domain/course.js';
import { Lesson } from '../domain/lesson.js';
import { type GivenLesson, readLesson } from '../domain/read-lesson.js';
import { refuse } from '../domain/refusals.js';
import { reloadLesson } from './reload.js';
import type { Rooms } from './rooms.js';
import { auditAct, courseTurn, takeCourse } from './take-course.js';

export interface AddLesson extends GivenLesson {
  readonly idempotencyKey: string;
  readonly courseId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly durationMinutes: number;
}

/** Published unless it says otherwise. Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED. */
export async function addLesson(rooms: Rooms, viewer: Viewer, input: AddLesson): Promise<Lesson | Refusal> {
  const given = readLesson(input, viewer.id);
  if (isRefusal(given)) return given;
  const added = await rooms.transact(courseTurn(input.courseId), (unit) => {
    const { idempotencyKey: key, ...rest } = input;
    return unit.once({ actor: viewer.id, operation: 'addLesson', key, input: rest, now: unit.now }, async () => {
      const course = await takeCourse(unit, viewer, input.courseId);
      if (isRefusal(course)) return course;
      if (allLessonIds(course).length >= MOST_LESSONS) return refuse('TOO_MANY', { limit: MOST_LESSONS });
      const empty = { isPreview: false, isPublished: true, content: '', video: null };
      const now = { version: 1, createdAt: unit.now, updatedAt: unit.now };
      const id = rooms.mintId('Lesson');
      const lesson = Object.assign(new Lesson(), empty, given, now, { id, courseId: course.id });
      const sections = appendLesson(course.sections, input.sectionId, {
        lessonId: id,
        isPublished: lesson.isPublished,
      });
      if (!sections) return refuse('NOT_FOUND').at('sectionId');
      await unit.courses.save(course, { sections }, unit.now);
      await unit.courses.addLesson(lesson);
      await auditAct(unit, viewer, course, 'addLesson', id, { title: lesson.title });
      return id;
    });
  });
  return isRefusal(added) ? added : reloadLesson(rooms, viewer, added);
}
