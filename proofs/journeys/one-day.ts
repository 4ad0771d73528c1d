// A day in all six rooms: a coach opens a practice and a course, an admin a shop, and Ada does something in each of them.
import { randomUUID } from 'node:crypto';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { watchedMonitor } from '../access/watched-monitor.js';
import { act } from '../lab/act.js';
import { addToCart, cartWith, checkOut, claimCourse, orderIn, pay, takeHour } from '../lab/buying.js';
import { createRoom, send } from '../lab/chat.js';
import { freeHours, openPractice, type Practice } from '../lab/coaching.js';
import { Person } from '../lab/person.js';
import { photo, upload } from '../lab/pictures.js';
import { promote } from '../lab/promote.js';
import { openShop, type Shelf } from '../lab/shop.js';
import { type OpenCourse, openCourse } from '../lab/teaching.js';
import { createPost } from './picture-acts.js';

export interface Day {
  router: string;
  admin: Person;
  ada: Person;
  shelf: Shelf;
  practice: Practice;
  course: OpenCourse;
  postId: string;
  mediaId: string;
}

/** Up to, not including, what Ada buys. */
export async function beginDay(world: World): Promise<Day> {
  const [router = ''] = world.urls.router;
  const [visitor, coach, ada] = (await Promise.all(
    ['Admin', 'Coach', 'Ada'].map((name) => Person.signUp(router, name)),
  )) as [Person, Person, Person];
  const admin = await promote(world, visitor, 'ADMIN');
  const [shelf, practice, picture] = await Promise.all([openShop(admin), openPractice(admin, coach), photo()]);
  const course = await openCourse(coach, { lessons: 1 });

  const avatar = await upload(router, ada, 'AVATAR', 'me.jpg', picture);
  await act(ada, 'setAvatar', { mediaId: avatar }, 'media { id }');
  const mediaId = await upload(router, ada, 'POST', 'sea.jpg', picture);
  await createPost(ada, 'Good morning', []);
  const postId = await createPost(ada, 'The sea', [mediaId]);
  const room = await createRoom(ada, 'Two', [coach]);
  for (const body of ['Hello', 'Are you there?', 'See you']) await send(ada, room, body);
  await watchedMonitor(ada);
  const startsAt = new Date(Date.now() + 86_400_000);
  const evening = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), timeZone: 'Europe/Paris' };
  await act(ada, 'createEvent', { title: 'Dinner', ...evening, idempotencyKey: randomUUID() }, 'event { id }');
  return { router, admin, ada, shelf, practice, course, postId, mediaId };
}

export interface Bought {
  orderId: string;
  appointmentId: string;
  enrollmentId: string;
  /** In minor units of EUR. */
  total: number;
}

/** Two mats, an hour and the course, in one order; then the course is taken to its end. */
export async function buyAndLearn({ ada, shelf, practice, course }: Day): Promise<Bought> {
  await addToCart(ada, shelf.variantId, 2);
  const [hour = ''] = await freeHours(ada, practice);
  const appointmentId = await takeHour(ada, practice.offeringId, hour);
  const enrollmentId = await claimCourse(ada, course.courseId);
  const { total } = await cartWith(ada, 3);
  if (!total) throw new Error('there is nothing to pay');
  const orderId = await checkOut(ada, total);
  await pay(ada, orderId);
  await orderIn(ada, orderId, 'CONFIRMED');
  const [lessonId] = course.lessonIds;
  await act(ada, 'completeLesson', { lessonId, idempotencyKey: randomUUID() }, 'enrollment { id }');
  return { orderId, appointmentId, enrollmentId, total: total.amountMinor };
}
