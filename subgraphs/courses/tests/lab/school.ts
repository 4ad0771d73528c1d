// Short words for what tests do again and again.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce, type EventKind, isKind, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { mintId, retype } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { orderClosed, orderPaid, orderRefunded } from '@mosaic/schema/events/commerce';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { Course } from '../../src/domain/course.js';
import type { Lesson } from '../../src/domain/lesson.js';
import type { GivenLesson } from '../../src/domain/read-lesson.js';
import { applyOnceIn, reactions } from '../../src/events/consume-events.js';
import type { OpenCourses } from '../../src/subgraph.js';
import { addLesson } from '../../src/use-cases/add-lesson.js';
import { addSection } from '../../src/use-cases/add-section.js';
import { createCourse } from '../../src/use-cases/create-course.js';
import { enroll } from '../../src/use-cases/enroll.js';
import { publishCourse } from '../../src/use-cases/publish-course.js';
import { person } from './open-lab.js';

export const EUROS: Money = { amountMinor: 4_900, currency: 'EUR' };

/** The result, or an error that names the refusal. */
export function granted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${result.message}`);
  return result;
}

export const codeOf = (result: unknown): string | null => (isRefusal(result) ? result.code : null);

/** Applies an event here as the consumer would; true when it was new to at least one reaction. */
export async function deliver(rooms: OpenCourses, event: OutboxEvent): Promise<boolean> {
  const applyOnce = applyOnceIn(rooms);
  const heard = reactions.filter(({ on }) => isKind(on, event));
  const applied = await Promise.all(
    heard.map(({ name, react }) => applyOnce(name, event.id, (unit) => react(event as never, unit))),
  );
  return applied.includes(true);
}

/** An approved coach. */
export async function coach(rooms: OpenCourses, viewer = person()): Promise<Viewer> {
  await setStanding(rooms, viewer, 'APPROVED');
  return viewer;
}

export const setStanding = (rooms: OpenCourses, { id: userId }: Viewer, standing: 'APPROVED' | 'WITHDRAWN') => {
  const coachId = retype('Coach', userId);
  const payload = { coachId, userId, standing, timeZone: 'Europe/Paris' };
  return deliver(rooms, announce(coachStandingChanged, coachId, payload, rooms.clock.now()));
};

interface Plan {
  title?: string;
  price?: Money | null;
  lessons?: readonly GivenLesson[];
}

/** A published course of an approved coach, with one section; one lesson unless told otherwise. */
export async function publishedCourse(rooms: OpenCourses, by: Viewer, plan: Plan = {}) {
  const { title = 'A course', price = null, lessons = [{}] } = plan;
  const draft = await draftCourse(rooms, by, title, price);
  const added: Lesson[] = [];
  for (const lesson of lessons) added.push(await lessonIn(rooms, by, draft, lesson));
  const course = granted(await publishCourse(rooms, by, { courseId: draft.id }));
  return { course, lessons: added };
}

/** A draft with one section. */
export async function draftCourse(rooms: OpenCourses, by: Viewer, title = 'A course', price: Money | null = null) {
  const input = { idempotencyKey: randomUUID(), title, description: 'About it', price };
  const { id: courseId } = granted(await createCourse(rooms, by, input));
  return granted(await addSection(rooms, by, { idempotencyKey: randomUUID(), courseId, title: 'Part one' }));
}

export async function lessonIn(rooms: OpenCourses, by: Viewer, course: Course, lesson: GivenLesson = {}) {
  const place = { idempotencyKey: randomUUID(), courseId: course.id, sectionId: course.sections[0]!.id };
  return granted(await addLesson(rooms, by, { title: 'A lesson', durationMinutes: 10, ...lesson, ...place }));
}

export const join = async (rooms: OpenCourses, viewer: Viewer, { id: courseId }: Course) =>
  granted(await enroll(rooms, viewer, { courseId, idempotencyKey: randomUUID() }));

/** What was announced of a kind, oldest first. */
export async function told<P>(rooms: OpenCourses, kind: EventKind<P>, key?: string): Promise<P[]> {
  const filter = { name: kind.name, ...(key && { key }) };
  const found = await rooms.connection.collection('outbox').find(filter).sort({ position: 1 }).toArray();
  return found.map(({ payload }) => payload as P);
}

/** What commerce says of an order about these claims. */
export function orderOf(buyerId: string, ...claimIds: string[]) {
  const orderId = mintId('Order');
  const order = { orderId, buyerId, total: EUROS, claimIds };
  const now = new Date();
  return {
    orderId,
    paid: () => announce(orderPaid, orderId, order, now),
    closed: (reason: 'EXPIRED' | 'CANCELLED') => announce(orderClosed, orderId, { ...order, reason }, now),
    refunded: (refundedClaimIds = claimIds) =>
      announce(orderRefunded, orderId, { ...order, amount: EUROS, refundedClaimIds }, now),
  };
}
