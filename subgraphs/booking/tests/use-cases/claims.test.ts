// Paid appointments as claims: held, then confirmed, released or given back, whatever order the news come in.

import { isFullProof, proofSize } from '@mosaic/embedded/proof-size';
import { mintId } from '@mosaic/kernel/values/ids';
import { minutes } from '@mosaic/kernel/values/time';
import { claimDropped, orderClosed, orderPaid, orderRefunded } from '@mosaic/schema/events/commerce';
import { guestAdopted } from '@mosaic/schema/events/users';
import { beforeEach, expect, test } from 'vitest';
import type { Appointment } from '../../src/domain/appointment.js';
import type { Offering } from '../../src/domain/offering.js';
import { cancelAppointment } from '../../src/use-cases/move-appointment.js';
import { releaseExpired } from '../../src/use-cases/settle-claims.js';
import { book, hear, offer, openCoach, PRICE } from '../lab/bookings.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { aGuest, askerFor, person } from '../lab/people.js';
import { report, summaryOf } from '../lab/report.js';

const lab = openLab();
const NINE = '2026-12-01T08:00:00.000Z';
let offering: Offering;
let coachId: string;
beforeEach(async () => {
  // What an earlier test left held is over.
  lab().clock.set('2027-01-01T00:00:00.000Z');
  await releaseExpired(lab().rooms);
  lab().clock.set('2026-11-21T09:00:00.000Z');
  const coach = await openCoach(lab());
  coachId = coach.id;
  offering = await offer(lab(), coach, { price: PRICE });
});

const rowOf = async ({ id }: Appointment) =>
  (await lab().rows('select status, client_id, order_id from appointments where id = ?', [id]))[0];
/** What was said about a claim, in order, without the announcements that it changed. */
const saidOf = async ({ id }: Appointment) =>
  (await lab().announced()).filter(([, { claimId }]) => claimId === id).map(([name, said]) => [name, said]);

const orderOf = (claims: readonly Appointment[], buyerId: string) => ({
  orderId: mintId('Order'),
  buyerId,
  total: PRICE,
  claimIds: claims.map(({ id }) => id),
});
type Order = ReturnType<typeof orderOf>;
const pay = (order: Order, times = 1) => hear(lab(), orderPaid, order.orderId, order, times);

test('what has a price is held for 15 minutes and announced to commerce', async () => {
  const client = person();
  const held = granted(await book(lab(), askerFor(client), offering, NINE));
  expect(held).toMatchObject({ status: 'HELD', priceMinor: 4_500, currency: 'EUR' });
  expect(held.heldUntil?.toISOString()).toBe('2026-11-21T09:15:00.000Z');
  const claim = {
    claimId: held.id,
    itemId: held.id,
    buyerId: client.id,
    title: 'An hour of chess',
    price: PRICE,
    heldUntil: '2026-11-21T09:15:00.000Z',
  };
  expect(await saidOf(held)).toEqual([['ClaimHeld', claim]]);
  expect(codeOf(await book(lab(), askerFor(person()), offering, NINE))).toBe('SLOT_TAKEN');
});

test('paid in time it is confirmed, once, however often it is said', async () => {
  const client = person();
  const held = granted(await book(lab(), askerFor(client), offering, NINE));
  const order = orderOf([held], client.id);
  await pay(order, 3);
  await pay(order); // the same order under another event id
  expect(await rowOf(held)).toEqual({ status: 'CONFIRMED', client_id: client.id, order_id: order.orderId });
  expect((await saidOf(held)).slice(1)).toEqual([['ClaimConfirmed', { claimId: held.id, orderId: order.orderId }]]);
});

test('not paid in time it is released and free again; several sweeps at once release it once', async () => {
  const held = granted(await book(lab(), askerFor(person()), offering, NINE));
  lab().clock.advance(minutes(15) - 1);
  expect(await releaseExpired(lab().rooms)).toBe(0);
  lab().clock.advance(1);
  const released = await Promise.all(Array.from({ length: 5 }, () => releaseExpired(lab().rooms)));
  expect(released.toSorted()).toEqual([0, 0, 0, 0, 1]);
  expect(await rowOf(held)).toMatchObject({ status: 'RELEASED' });
  const said = { claimId: held.id, orderId: null, reason: 'EXPIRED' };
  expect((await saidOf(held)).slice(1)).toEqual([['ClaimReleased', said]]);
  granted(await book(lab(), askerFor(person()), offering, NINE));
});

test('money after the release: taken again while it is free', async () => {
  const client = person();
  const held = granted(await book(lab(), askerFor(client), offering, NINE));
  lab().clock.advance(minutes(15));
  await releaseExpired(lab().rooms);
  const order = orderOf([held], client.id);
  await pay(order);
  expect(await rowOf(held)).toMatchObject({ status: 'CONFIRMED', order_id: order.orderId });
  expect((await saidOf(held)).map(([name]) => name)).toEqual(['ClaimHeld', 'ClaimReleased', 'ClaimConfirmed']);
});

test('money after somebody else has it, or after it began: released as TOO_LATE with its order', async () => {
  const [client, quicker] = [person(), person()];
  const held = granted(await book(lab(), askerFor(client), offering, NINE));
  const over = granted(await book(lab(), askerFor(client), offering, '2026-12-01T12:00:00.000Z'));
  lab().clock.advance(minutes(15));
  await releaseExpired(lab().rooms);
  granted(await book(lab(), askerFor(quicker), offering, '2026-12-01T08:30:00.000Z'));
  const order = orderOf([held], client.id);
  await pay(order, 2);
  expect(await rowOf(held)).toMatchObject({ status: 'RELEASED', order_id: null });
  const tooLate = (claimId: string, orderId: string) => ['ClaimReleased', { claimId, orderId, reason: 'TOO_LATE' }];
  expect((await saidOf(held)).slice(2)).toEqual([tooLate(held.id, order.orderId)]);
  lab().clock.set('2026-12-01T12:00:00.000Z');
  const late = orderOf([over], client.id);
  await pay(late);
  expect((await saidOf(over)).slice(2)).toEqual([tooLate(over.id, late.orderId)]);
});

test('two who pay for one released time at once: one has it, the other’s money goes back', async () => {
  const [ada, ben] = [person(), person()];
  const first = granted(await book(lab(), askerFor(ada), offering, NINE));
  lab().clock.advance(minutes(15));
  await releaseExpired(lab().rooms);
  const second = granted(await book(lab(), askerFor(ben), offering, NINE));
  lab().clock.advance(minutes(15));
  await releaseExpired(lab().rooms);
  await Promise.all([pay(orderOf([first], ada.id)), pay(orderOf([second], ben.id))]);
  const rows = await Promise.all([first, second].map(rowOf));
  expect(rows.map((row) => (row as { status: string }).status).toSorted()).toEqual(['CONFIRMED', 'RELEASED']);
  const said = [...(await saidOf(first)), ...(await saidOf(second))];
  const endings = said.map(([name, { reason }]) => reason ?? name);
  expect(endings).toHaveLength(6);
  const each = ['ClaimConfirmed', 'ClaimHeld', 'ClaimHeld', 'EXPIRED', 'EXPIRED', 'TOO_LATE'];
  for (const ending of each) expect(endings).toContain(ending);
});

test('two orders over times of two coaches, named in either order, never wait for each other', async () => {
  const other = await offer(lab(), await openCoach(lab()), { price: PRICE });
  const times: number[] = [];
  for (let day = 1; day <= proofSize({ full: 25, quick: 6 }); day += 1) {
    const startsAt = new Date(Date.UTC(2026, 11, day, 8)).toISOString();
    const client = askerFor(person());
    const [one, two] = [
      granted(await book(lab(), client, offering, startsAt)),
      granted(await book(lab(), client, other, startsAt)),
    ];
    const buyer = client.viewer?.id ?? '';
    const began = performance.now();
    await Promise.all([pay(orderOf([one, two], buyer)), pay(orderOf([two, one], buyer))]);
    times.push(performance.now() - began);
    const rows = await Promise.all([one, two].map(rowOf));
    expect(rows.map((row) => (row as { status: string }).status)).toEqual(['CONFIRMED', 'CONFIRMED']);
  }
  report('two crossing orders', times);
  if (isFullProof) expect(summaryOf(times).p99).toBeLessThanOrEqual(200);
});

test('taken out of the cart, or its order closed: released as given back, and only what is held', async () => {
  const client = person();
  const dropped = granted(await book(lab(), askerFor(client), offering, NINE));
  await hear(lab(), claimDropped, dropped.id, { claimId: dropped.id, buyerId: client.id }, 2);
  const closed = granted(await book(lab(), askerFor(client), offering, '2026-12-02T08:00:00.000Z'));
  const paid = granted(await book(lab(), askerFor(client), offering, '2026-12-03T08:00:00.000Z'));
  await pay(orderOf([paid], client.id));
  const order = orderOf([closed, paid], client.id);
  await hear(lab(), orderClosed, order.orderId, { ...order, reason: 'EXPIRED' });
  for (const one of [dropped, closed]) {
    expect(await rowOf(one)).toMatchObject({ status: 'RELEASED' });
    const said = { claimId: one.id, orderId: null, reason: 'GIVEN_BACK' };
    expect((await saidOf(one)).slice(1)).toEqual([['ClaimReleased', said]]);
  }
  expect(await rowOf(paid)).toMatchObject({ status: 'CONFIRMED' });
});

test('refunded it is called off, by its own order alone; cancelled by a person it asks for the money back', async () => {
  const client = person();
  const [refunded, cancelled] = [
    granted(await book(lab(), askerFor(client), offering, NINE)),
    granted(await book(lab(), askerFor(client), offering, '2026-12-02T08:00:00.000Z')),
  ];
  const order = orderOf([refunded, cancelled], client.id);
  await pay(order);
  const back = { ...order, amount: PRICE, refundedClaimIds: [refunded.id] };
  await hear(lab(), orderRefunded, order.orderId, { ...back, orderId: mintId('Order') });
  expect(await rowOf(refunded)).toMatchObject({ status: 'CONFIRMED' });
  await hear(lab(), orderRefunded, order.orderId, back);
  expect(await rowOf(refunded)).toMatchObject({ status: 'CANCELLED' });
  granted(await cancelAppointment(lab().rooms, askerFor(client), cancelled.id));
  const said = { claimId: cancelled.id, orderId: order.orderId, reason: 'GIVEN_BACK' };
  expect((await saidOf(cancelled)).slice(2)).toEqual([['ClaimReleased', said]]);
});

test('a guest may hold; who signs in has it, and whoever paid for a guest’s time owns it', async () => {
  const guest = aGuest();
  const [adopted, late] = [
    granted(await book(lab(), guest, offering, NINE)),
    granted(await book(lab(), guest, offering, '2026-12-02T08:00:00.000Z')),
  ];
  const [ada, guestId] = [person(), guest.guest ?? ''];
  // Paid before the news of the adoption came.
  await pay(orderOf([late], ada.id));
  await hear(lab(), guestAdopted, guestId, { guestId, userId: ada.id }, 2);
  for (const one of [adopted, late]) expect(await rowOf(one)).toMatchObject({ client_id: ada.id });
  const mine = await lab().rooms.read.appointments.ofClient(askerFor(ada), null, { first: 10 });
  expect(mine.edges.map(({ node }) => node.id)).toEqual([late.id, adopted.id]);
  expect(await lab().rooms.read.appointments.byIds(guest, [adopted.id])).toEqual([]);
});

test('a buyer holds at most ten times, also when they ask for all at once', async () => {
  const client = askerFor(person());
  const outcomes = await Promise.all(
    Array.from({ length: 15 }, (_, day) =>
      book(lab(), client, offering, new Date(Date.UTC(2026, 11, 1 + day, 8)).toISOString()),
    ),
  );
  const words = outcomes.map((outcome) => ('status' in outcome ? outcome.status : codeOf(outcome)));
  expect(words.filter((word) => word === 'HELD')).toHaveLength(10);
  expect(words.filter((word) => word === 'TOO_MANY_HOLDS')).toHaveLength(5);
});

test('a hold that the client gives up is released; one that the coach calls off cannot be paid any more', async () => {
  const client = person();
  const [given, ended] = [
    granted(await book(lab(), askerFor(client), offering, NINE)),
    granted(await book(lab(), askerFor(client), offering, '2026-12-02T08:00:00.000Z')),
  ];
  granted(await cancelAppointment(lab().rooms, askerFor(client), given.id));
  const coach = { id: coachId, sessionId: mintId('Session'), role: 'COACH' };
  granted(await cancelAppointment(lab().rooms, askerFor(coach), ended.id));
  expect(await rowOf(given)).toMatchObject({ status: 'RELEASED' });
  const order = orderOf([ended], client.id);
  await pay(order);
  expect(await rowOf(ended)).toMatchObject({ status: 'CANCELLED' });
  expect((await saidOf(ended)).map(([, { reason }]) => reason)).toEqual([undefined, 'GIVEN_BACK', 'TOO_LATE']);
});
