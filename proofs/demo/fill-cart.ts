// Somebody puts things into their cart: goods themselves, and what a coach sells by a claim, which comes by an event.
import { requestAppointment } from '@mosaic/booking/use-cases/request-appointment';
import { addToCart } from '@mosaic/commerce/use-cases/add-to-cart';
import { isHeld } from '@mosaic/courses/domain/enrollment';
import { claimCourse } from '@mosaic/courses/use-cases/claim-course';
import type { Basket } from './baskets.js';
import type { TaughtCourse } from './course-plan.js';
import type { OpenPractice } from './open-practices.js';
import type { Shop } from './open-shop.js';
import { granted, type Inhabitant, type Stage } from './stage.js';
import { keyOf, wallTime, workday } from './timeline.js';
import { waitFor } from './wait-for.js';

/** What is for sale. */
export interface Market {
  readonly shop: Shop;
  readonly courses: Readonly<Record<string, TaughtCourse>>;
  readonly practices: readonly OpenPractice[];
}

const HOUR_OF_SESSIONS = 10;

export async function fillCart(stage: Stage, buyer: Inhabitant, basket: Basket, market: Market): Promise<void> {
  const { commerce } = stage;
  const claims = [await claimPlace(stage, buyer, basket, market), await claimHour(stage, buyer, basket, market)];
  for (const [sku, quantity] of Object.entries(basket.goods)) {
    const idempotencyKey = keyOf('cart', buyer.character.name, sku);
    granted(await addToCart(commerce, buyer.id, { variantId: market.shop[sku] ?? sku, quantity, idempotencyKey }));
  }
  const expected = Object.keys(basket.goods).length + claims.filter(Boolean).length;
  await waitFor(`the cart of ${buyer.character.name}`, async () => {
    const cart = await commerce.read.carts.of(buyer.id);
    return cart && cart.lines.length >= expected ? cart : null;
  });
}

/** Whether a place is held now. */
async function claimPlace({ courses }: Stage, buyer: Inhabitant, { course = '' }: Basket, market: Market) {
  const courseId = market.courses[course]?.courseId;
  if (!courseId) return false;
  const idempotencyKey = keyOf('claim', buyer.character.name, course);
  const claim = granted(await claimCourse(courses, { viewer: buyer, guest: null }, { courseId, idempotencyKey }));
  return isHeld(claim, new Date());
}

/** Whether an hour is held now. */
async function claimHour({ booking, today }: Stage, buyer: Inhabitant, { session }: Basket, market: Market) {
  const practice = market.practices.find(({ name }) => name === session);
  if (!practice) return false;
  const startsAt = wallTime(workday(today, 5), HOUR_OF_SESSIONS, practice.timeZone);
  const idempotencyKey = keyOf('session', buyer.character.name, practice.name);
  const wanted = { offeringId: practice.sessionId, startsAt, idempotencyKey };
  const { status } = granted(await requestAppointment(booking, { viewer: buyer, guest: null }, wanted));
  return status === 'HELD';
}
