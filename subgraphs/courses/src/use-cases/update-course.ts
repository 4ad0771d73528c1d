// Changes what a course says of itself. What is absent stays; a price of null makes it free.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { fold } from '@mosaic/kernel/values/fold';
import type { Money } from '@mosaic/kernel/values/money';
import { type Course, DESCRIPTION, TITLE } from '../domain/course.js';
import { readPrice } from '../domain/price.js';
import { refuse } from '../domain/refusals.js';
import { refuseNull } from '../domain/refuse-null.js';
import type { Rooms } from './rooms.js';
import { auditAct, courseTurn, takeCourse } from './take-course.js';

export interface UpdateCourse {
  readonly courseId: string;
  readonly expectedVersion: number;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly price?: Money | null | undefined;
}

/** Refuses NOT_FOUND, BAD_INPUT, CONFLICT. Claims that are held keep the price they were made for. */
export async function updateCourse(rooms: Rooms, viewer: Viewer, input: UpdateCourse): Promise<Course | Refusal> {
  const unusable = refuseNull(input, 'title', 'description');
  if (unusable) return unusable;
  const changes: Partial<Course> = {};
  if (input.title !== undefined) {
    const title = cleanText(input.title, TITLE);
    if (isRefusal(title)) return title.at('title');
    Object.assign(changes, { title, foldedTitle: fold(title) });
  }
  if (input.description !== undefined) {
    const description = cleanText(input.description, DESCRIPTION);
    if (isRefusal(description)) return description.at('description');
    changes.description = description;
  }
  if (input.price !== undefined) {
    const price = readPrice(input.price);
    if (isRefusal(price)) return price.at('price');
    changes.price = price;
  }
  return rooms.transact(courseTurn(input.courseId), async (unit) => {
    const course = await takeCourse(unit, viewer, input.courseId);
    if (isRefusal(course)) return course;
    if (course.version !== input.expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    const changed = await unit.courses.save(course, changes, unit.now);
    await auditAct(unit, viewer, course, 'updateCourse', course.id, { fields: Object.keys(changes).join(' ') });
    return changed;
  });
}
