// A course at its first moment: a draft without sections. Safe to retry with the same key.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { AccessError, isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { fold } from '@mosaic/kernel/values/fold';
import { type Id, isIdOf, retype } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { isAdmin } from '../access.js';
import type { Unit } from '../data/unit-of-work.js';
import { Course, DESCRIPTION, TITLE } from '../domain/course.js';
import { readPrice } from '../domain/price.js';
import { refuse } from '../domain/refusals.js';
import { slugOf } from '../domain/slug.js';
import { reloadCourse } from './reload.js';
import type { Rooms } from './rooms.js';
import { auditAct } from './take-course.js';

export interface CreateCourse {
  readonly idempotencyKey: string;
  readonly title: string;
  readonly description: string;
  readonly price?: Money | null | undefined;
  /** For admins: whose course it is. */
  readonly coachId?: string | null | undefined;
}

/** Throws FORBIDDEN for who is neither an approved coach nor an admin. Refuses BAD_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function createCourse(rooms: Rooms, viewer: Viewer, input: CreateCourse): Promise<Course | Refusal> {
  const title = cleanText(input.title, TITLE);
  if (isRefusal(title)) return title.at('title');
  const description = cleanText(input.description, DESCRIPTION);
  if (isRefusal(description)) return description.at('description');
  const price = readPrice(input.price);
  if (isRefusal(price)) return price.at('price');

  const made = await rooms.transact(`courses of ${viewer.id}`, (unit) => {
    const { idempotencyKey: key, ...rest } = input;
    return unit.once({ actor: viewer.id, operation: 'createCourse', key, input: rest, now: unit.now }, async () => {
      const coach = await coachFor(unit, viewer, input.coachId ?? null);
      if (isRefusal(coach)) return coach;
      const id = rooms.mintId('Course');
      const course: Course = Object.assign(new Course(), {
        id,
        slug: slugOf(title, id),
        title,
        foldedTitle: fold(title),
        description,
        price,
        ...coach,
        sections: [],
        isPublished: false,
        publishedAt: null,
        version: 1,
        createdAt: unit.now,
        updatedAt: unit.now,
      });
      await unit.courses.add(course);
      await auditAct(unit, viewer, course, 'createCourse', id, { title, coachId: coach.coachId });
      return id;
    });
  });
  return isRefusal(made) ? made : reloadCourse(rooms, viewer, made);
}

async function coachFor(
  unit: Unit,
  viewer: Viewer,
  given: string | null,
): Promise<{ coachId: Id<'Coach'>; coachUserId: Id<'User'> } | Refusal> {
  const own = retype('Coach', viewer.id);
  const coachId = given ?? own;
  if (coachId !== own && !isAdmin(viewer)) throw new AccessError('FORBIDDEN');
  const standing = isIdOf('Coach', coachId) ? await unit.people.standingOf(coachId) : null;
  if (standing?.standing === 'APPROVED') return { coachId: standing.id, coachUserId: standing.userId };
  if (!isAdmin(viewer)) throw new AccessError('FORBIDDEN');
  return refuse('BAD_INPUT', { reason: 'a course has an approved coach' }).at('coachId');
}
