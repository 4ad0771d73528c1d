// One buyer's way from an account to a paid order, insisting on every step, and what they do about it afterwards.
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { act, codeOf } from '../lab/act.js';
import { addToCart, cartOf, checkOut, claimCourse, orderOf, pay, takeHour } from '../lab/buying.js';
import type { Practice } from '../lab/coaching.js';
import { eventually } from '../lab/eventually.js';
import { Person } from '../lab/person.js';
import type { Shelf } from '../lab/shop.js';
import type { OpenCourse } from '../lab/teaching.js';
import { insist } from './insist.js';

export interface Town {
  router: string;
  admin: Person;
  shelf: Shelf;
  practice: Practice;
  course: OpenCourse;
  /** Tells when somebody pays: `paying` as they ask, `paid` as they are answered. */
  moments: EventEmitter<{ paying: []; paid: [] }>;
}

export interface Whim {
  /** An hour they would like; when it is gone, or null, they take the course. */
  hour: string | null;
  /** Whether their first card is declined. */
  isDeclined: boolean;
  /** Who thinks better of it: the buyer calls off the hour, the admin gives all of the money back. */
  regret: 'NOBODY' | 'BUYER' | 'ADMIN';
}

export interface Trip {
  buyer: Person;
  orderId: string;
  /** Null for who took the course. */
  appointmentId: string | null;
}

/** Everybody wants what is on the shelf, too; who comes too late buys the rest. Resolves when there is no more to do. */
export async function goShopping(town: Town, whim: Whim): Promise<Trip> {
  const { router, admin, shelf, practice, course } = town;
  const buyer = await insistOnAccount(router);
  const keys = Array.from({ length: 8 }, () => randomUUID());
  await insist(() => addToCart(buyer, shelf.variantId, 1, keys[0]));
  const appointmentId = whim.hour ? await takeIfFree(buyer, practice, whim.hour, keys[1]) : null;
  if (!appointmentId) await insist(() => claimCourse(buyer, course.courseId, keys[2]));
  await fullCart(buyer, 2);

  const orderId = await checkOutWhatIsLeft(buyer, shelf, [keys[3], keys[4]]);
  if (whim.isDeclined) await insist(() => pay(buyer, orderId, 'pm_card_chargeDeclined', keys[5]));
  const isPaid = await payOrLetGo(town, buyer, orderId, keys[6]);
  if (isPaid && whim.regret !== 'NOBODY') {
    await eventually(
      () => insist(() => orderOf(buyer, orderId)),
      ({ status }) => status === 'CONFIRMED',
      60_000,
    );
    if (whim.regret === 'ADMIN')
      await insist(() => act(admin, 'refundOrder', { orderId, idempotencyKey: keys[7] }, 'order { id }'));
    else if (appointmentId)
      await insist(() => act(buyer, 'cancelAppointment', { appointmentId }, 'appointment { status }'));
  }
  return { buyer, orderId, appointmentId };
}

async function insistOnAccount(router: string): Promise<Person> {
  const account = { email: `${randomUUID()}@people.test`, password: `pass ${randomUUID()}` };
  let isRetry = false;
  return insist(async () => {
    try {
      return await Person.signUp(router, 'Buyer', 'en', account);
    } catch (failure) {
      // The first try was committed and its answer lost.
      if (isRetry && String(failure).includes('EMAIL_TAKEN')) return Person.signIn(router, account);
      isRetry = true;
      throw failure;
    }
  });
}

/** Null when somebody else has it. */
async function takeIfFree(buyer: Person, { offeringId }: Practice, hour: string, key?: string): Promise<string | null> {
  return insist(() => takeHour(buyer, offeringId, hour, key)).catch(unless('SLOT_TAKEN'));
}

const fullCart = (buyer: Person, lines: number) =>
  eventually(
    () => insist(() => cartOf(buyer)),
    (cart) => cart.lines.length === lines,
    60_000,
  );

async function checkOutWhatIsLeft(buyer: Person, { variantId }: Shelf, keys: readonly (string | undefined)[]) {
  const whole = await fullCart(buyer, 2);
  const order = await insist(() => checkOut(buyer, whole.total!, keys[0])).catch(unless('INSUFFICIENT_STOCK'));
  if (order) return order;
  const lineId = whole.lines.find(({ item }) => item.id === variantId)?.id;
  await insist(() => act(buyer, 'removeCartLine', { lineId }, 'cart { id }').catch(unless('NOT_FOUND')));
  const rest = await fullCart(buyer, 1);
  return insist(() => checkOut(buyer, rest.total!, keys[1]));
}

/** Who was declined may find the stock gone meanwhile, and cancels. */
async function payOrLetGo({ moments }: Town, buyer: Person, orderId: string, key?: string): Promise<boolean> {
  const paying = () => {
    moments.emit('paying');
    return pay(buyer, orderId, 'pm_card_visa', key);
  };
  const status = await insist(paying).catch(unless('INSUFFICIENT_STOCK'));
  if (status) {
    moments.emit('paid');
    return true;
  }
  await insist(() => act(buyer, 'cancelOrder', { orderId }, 'order { id }').catch(unless('ORDER_STATE')));
  return false;
}

const unless =
  (code: string) =>
  (failure: unknown): null => {
    if (codeOf(failure) !== code) throw failure;
    return null;
  };
