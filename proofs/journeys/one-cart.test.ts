// One cart for what three subgraphs sell: held by its owners, paid once, confirmed by all, and given back the same way.
// Money, stock, places and times agree afterwards, whichever way it went.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { act, codeOf } from '../lab/act.js';
import {
  addToCart,
  cartOf,
  cartWith,
  checkOut,
  claimCourse,
  type Order,
  orderIn,
  orderOf,
  pay,
  takeHour,
} from '../lab/buying.js';
import { freeHours, openPractice, type Practice } from '../lab/coaching.js';
import { eventually } from '../lab/eventually.js';
import { Guest } from '../lab/guest.js';
import { openWorld } from '../lab/open-world.js';
import { endHold, endOrder } from '../lab/pass-time.js';
import { Person } from '../lab/person.js';
import { promote } from '../lab/promote.js';
import { availableOf, openShop, type Shelf } from '../lab/shop.js';
import { payInBrowser, readBooks } from '../lab/simulated-stripe.js';
import { type OpenCourse, openCourse } from '../lab/teaching.js';
import { appointmentIn, ledgerOf, placesOf } from './what-was-bought.js';

const world = openWorld({ subgraphs: ['users', 'booking', 'commerce', 'courses'] });

const STOCK = 10;
const [MAT, HOUR, COURSE] = [1_250, 6_000, 4_900];
const WHOLE = { amountMinor: MAT + HOUR + COURSE, currency: 'EUR' };

let router: string;
let admin: Person;
let shelf: Shelf;
let practice: Practice;
let course: OpenCourse;

beforeAll(async () => {
  router = world.current.urls.router[0] ?? '';
  const [visitor, coach] = await Promise.all([Person.signUp(router, 'Admin'), Person.signUp(router, 'Coach')]);
  admin = await promote(world.current, visitor, 'ADMIN');
  [shelf, practice] = await Promise.all([openShop(admin, { stock: STOCK }), openPractice(admin, coach)]);
  course = await openCourse(coach);
}, 60_000);

/** Somebody new, with a mat, an hour and the course in their cart. */
async function fillCart(name: string): Promise<{ buyer: Person; hour: string; appointmentId: string }> {
  const buyer = await Person.signUp(router, name);
  const [hour = ''] = await freeHours(buyer, practice);
  await addToCart(buyer, shelf.variantId);
  await claimCourse(buyer, course.courseId);
  const appointmentId = await takeHour(buyer, practice.offeringId, hour);
  expect((await cartWith(buyer, 3)).total).toEqual(WHOLE);
  return { buyer, hour, appointmentId };
}

const lineOf = ({ lines }: Order, type: string) => lines.find(({ item }) => item?.__typename === type);
const standings = ({ lines }: Order) =>
  Object.fromEntries(lines.map(({ item, status }) => [item?.__typename ?? 'nothing', status]));
const everyLine = (status: string) => ({ Appointment: status, Course: status, ProductVariant: status });

test('what a guest held and a person had put aside is one order, paid once', async () => {
  const account = { email: `${randomUUID()}@people.test`, password: `pass ${randomUUID()}` };
  await addToCart(await Person.signUp(router, 'Ada', 'en', account), shelf.variantId);
  const guest = await Guest.start(router);
  await claimCourse(guest, course.courseId);
  const [hour = ''] = await freeHours(admin, practice);
  const appointmentId = await takeHour(guest, practice.offeringId, hour);
  await cartWith(guest, 2);
  const ada = await Person.signIn(router, account, guest.headers);
  const cart = await cartWith(ada, 3);
  expect(cart.total).toEqual(WHOLE);
  expect((await cartOf(guest)).lines).toEqual([]);

  const [orderKey, payKey] = [randomUUID(), randomUUID()];
  const orderId = await checkOut(ada, WHOLE, orderKey);
  expect(await availableOf(ada, shelf)).toBe(STOCK - 1);
  await pay(ada, orderId, 'pm_card_visa', payKey);
  const order = await orderIn(ada, orderId, 'CONFIRMED');
  expect(standings(order)).toEqual(everyLine('CONFIRMED'));
  expect(await placesOf(ada)).toEqual([{ courseId: course.courseId, status: 'ACTIVE' }]);
  expect(await appointmentIn(ada, appointmentId, 'CONFIRMED')).toMatchObject({ client: { displayName: 'Ada' } });
  expect(await freeHours(ada, practice)).not.toContain(hour);

  expect(await checkOut(ada, WHOLE, orderKey)).toBe(orderId);
  expect(await pay(ada, orderId, 'pm_card_visa', payKey)).toBe('CONFIRMED');
  await expect(pay(ada, orderId)).rejects.toMatchObject({ code: 'ORDER_STATE' });
  expect(await orderOf(ada, orderId)).toEqual(order);
  expect(await availableOf(ada, shelf)).toBe(STOCK - 1);
  const books = await readBooks(world.current);
  expect([books.chargesOf.get(orderId), books.keptOf.get(orderId)]).toEqual([1, WHOLE.amountMinor]);
  expect(await ledgerOf(admin)).toMatchObject({ isBalanced: true, sums: [{ amountMinor: 0 }] });
}, 60_000);

test('a declined card lets go of the stock and keeps what others hold; paid in the browser, Stripe tells us', async () => {
  const before = await availableOf(admin, shelf);
  const { buyer, appointmentId } = await fillCart('Basile');
  const orderId = await checkOut(buyer, WHOLE);
  expect(await pay(buyer, orderId, 'pm_card_chargeDeclined')).toBe('PAYMENT_DECLINED');
  expect(await availableOf(buyer, shelf)).toBe(before);
  await appointmentIn(buyer, appointmentId, 'HELD');

  expect(await pay(buyer, orderId, null)).toBe('PENDING_PAYMENT');
  expect(await availableOf(buyer, shelf)).toBe(before - 1);
  const { clientSecret } = (await orderOf(buyer, orderId)).payment;
  await payInBrowser(world.current, clientSecret ?? '', 'pm_card_mastercard');
  expect(standings(await orderIn(buyer, orderId, 'CONFIRMED'))).toEqual(everyLine('CONFIRMED'));
  await appointmentIn(buyer, appointmentId, 'CONFIRMED');
  expect(await availableOf(buyer, shelf)).toBe(before - 1);
  expect((await readBooks(world.current)).chargesOf.get(orderId)).toBe(1);
}, 60_000);

test('an admin gives back one line, then all: place, time and stock follow the money', async () => {
  const before = await availableOf(admin, shelf);
  const { buyer, hour, appointmentId } = await fillCart('Cleo');
  const orderId = await checkOut(buyer, WHOLE);
  await pay(buyer, orderId);
  const bought = await orderIn(buyer, orderId, 'CONFIRMED');

  const idempotencyKey = randomUUID();
  const part = { orderId, lineIds: [lineOf(bought, 'Course')?.id], idempotencyKey };
  for (const input of [part, part]) await act(admin, 'refundOrder', input, 'order { id }');
  const partly = await orderIn(buyer, orderId, 'PARTIALLY_REFUNDED');
  expect(partly.payment.refundedAmount.amountMinor).toBe(COURSE);
  expect(lineOf(partly, 'Course')?.status).toBe('REFUNDED');
  await eventually(
    () => placesOf(buyer),
    ([place]) => place?.status === 'REVOKED',
    60_000,
  );
  await appointmentIn(buyer, appointmentId, 'CONFIRMED');
  expect(await availableOf(buyer, shelf)).toBe(before - 1);

  await act(admin, 'refundOrder', { orderId, idempotencyKey: randomUUID() }, 'order { id }');
  const whole = await orderIn(buyer, orderId, 'REFUNDED');
  expect(standings(whole)).toEqual(everyLine('REFUNDED'));
  expect(whole.payment).toMatchObject({ status: 'REFUNDED', refundedAmount: WHOLE });
  await appointmentIn(buyer, appointmentId, 'CANCELLED');
  expect(await freeHours(buyer, practice)).toContain(hour);
  expect(await availableOf(buyer, shelf)).toBe(before);
  expect((await readBooks(world.current)).keptOf.get(orderId)).toBe(0);
  expect(await ledgerOf(admin)).toMatchObject({ isBalanced: true, sums: [{ amountMinor: 0 }] });
}, 60_000);

test.each(['client', 'coach'] as const)(
  'the %s calls off a paid hour: its money goes back, the rest stays',
  async (who) => {
    const { buyer, hour, appointmentId } = await fillCart('Dan');
    const orderId = await checkOut(buyer, WHOLE);
    await pay(buyer, orderId);
    await orderIn(buyer, orderId, 'CONFIRMED');

    const actor = who === 'client' ? buyer : practice.coach;
    await act(actor, 'cancelAppointment', { appointmentId }, 'appointment { status }');
    const order = await orderIn(buyer, orderId, 'PARTIALLY_REFUNDED');
    expect(standings(order)).toEqual({ ...everyLine('CONFIRMED'), Appointment: 'REFUNDED' });
    expect(order.payment.refundedAmount.amountMinor).toBe(HOUR);
    expect(await freeHours(buyer, practice)).toContain(hour);
    expect(await placesOf(buyer)).toEqual([{ courseId: course.courseId, status: 'ACTIVE' }]);
    expect((await readBooks(world.current)).keptOf.get(orderId)).toBe(WHOLE.amountMinor - HOUR);
  },
  60_000,
);

test('money that comes when somebody else has the hour goes back for the hour alone', async () => {
  const { buyer, hour, appointmentId } = await fillCart('Fay');
  const orderId = await checkOut(buyer, WHOLE);
  await endHold(world.current, appointmentId);
  await appointmentIn(buyer, appointmentId, 'RELEASED');
  const quicker = await Person.signUp(router, 'Gil');
  const taken = await takeHour(quicker, practice.offeringId, hour);

  await pay(buyer, orderId);
  const order = await orderIn(buyer, orderId, 'PARTIALLY_REFUNDED');
  await eventually(
    () => orderOf(buyer, orderId),
    (now) => lineOf(now, 'Course')?.status === 'CONFIRMED',
    60_000,
  );
  expect(lineOf(order, 'Appointment')?.status).toBe('REFUNDED');
  expect(order.payment.refundedAmount.amountMinor).toBe(HOUR);
  await appointmentIn(quicker, taken, 'HELD');
  await appointmentIn(buyer, appointmentId, 'RELEASED');

  const [line] = (await cartWith(quicker, 1)).lines;
  await act(quicker, 'removeCartLine', { lineId: line?.id }, 'cart { id }');
  await appointmentIn(quicker, taken, 'RELEASED');
  expect(await freeHours(buyer, practice)).toContain(hour);
}, 60_000);

test('what nobody pays lets go of everything by itself', async () => {
  const before = await availableOf(admin, shelf);
  const { buyer, hour, appointmentId } = await fillCart('Emma');
  const orderId = await checkOut(buyer, WHOLE);
  expect(await availableOf(buyer, shelf)).toBe(before - 1);
  await endOrder(world.current, orderId);
  await orderIn(buyer, orderId, 'EXPIRED');
  await appointmentIn(buyer, appointmentId, 'RELEASED');
  await eventually(
    () => placesOf(buyer),
    ([place]) => place?.status === 'RELEASED',
    60_000,
  );
  expect(await availableOf(buyer, shelf)).toBe(before);
  expect(await freeHours(buyer, practice)).toContain(hour);
  expect(await pay(buyer, orderId).catch(codeOf)).toBe('ORDER_STATE');

  const held = await takeHour(buyer, practice.offeringId, hour);
  await cartWith(buyer, 1);
  await endHold(world.current, held);
  await appointmentIn(buyer, held, 'RELEASED');
  await cartWith(buyer, 0);
  expect(await freeHours(buyer, practice)).toContain(hour);
}, 60_000);
