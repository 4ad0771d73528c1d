// Another part of a course, behind those it has. Safe to retry with the same key.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { type Course, MOST_SECTIONS, TITLE } from '../domain/course.js';
import { refuse } from '../domain/refusals.js';
import { reloadCourse } from './reload.js';
import type { Rooms } from './rooms.js';
import { auditAct, courseTurn, takeCourse } from './take-course.js';

export interface AddSection {
  readonly idempotencyKey: string;
  readonly courseId: string;
  readonly title: string;
}

/** Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED. */
export async function addSection(rooms: Rooms, viewer: Viewer, input: AddSection): Promise<Course | Refusal> {
  const title = cleanText(input.title, TITLE);
  if (isRefusal(title)) return title.at('title');
  const added = await rooms.transact(courseTurn(input.courseId), (unit) => {
    const { idempotencyKey: key, ...rest } = input;
    return unit.once({ actor: viewer.id, operation: 'addSection', key, input: rest, now: unit.now }, async () => {
      const course = await takeCourse(unit, viewer, input.courseId);
      if (isRefusal(course)) return course;
      if (course.sections.length >= MOST_SECTIONS) return refuse('TOO_MANY', { limit: MOST_SECTIONS });
      const sections = [...course.sections, { id: rooms.mintId('CourseSection'), title, places: [] }];
      await unit.courses.save(course, { sections }, unit.now);
      await auditAct(unit, viewer, course, 'addSection', course.id, { title });
      return course.id;
    });
  });
  return isRefusal(added) ? added : reloadCourse(rooms, viewer, added);
}
