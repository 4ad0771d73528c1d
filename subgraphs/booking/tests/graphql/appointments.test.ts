// Booking over the wire: what coaches offer, what clients and guests see of it, and what stays hidden from others.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { orderPaid } from '@mosaic/schema/events/commerce';
import { expect, test, vi } from 'vitest';
import type { Asker } from '../../src/domain/asker.js';
import type { Whatever } from '../lab/answer.js';
import { openCoachIn } from '../lab/graph-bookings.js';
import { openGraph } from '../lab/open-graph.js';
import { aGuest, askerFor, person } from '../lab/people.js';

const graph = openGraph();
const PRICE = { amountMinor: 4_500, currency: 'EUR' };
const FIELDS = `id status title startsAt endsAt heldUntil price { amountMinor currency decimal }
  coach { id } client { id } offering { id }`;

const request = async (asker: Asker, offeringId: string, startsAt: string): Promise<Whatever> => {
  const input = { offeringId, startsAt, idempotencyKey: randomUUID() };
  return (await graph().run(asker, 'requestAppointment', input, `appointment { ${FIELDS} }`)).appointment;
};
const appointmentOf = async (asker: Asker | null, id: string) =>
  (await graph().ask(asker, `query ($id: ID!) { appointment(id: $id) { id } }`, { id })).data.appointment;

test('a guest holds a paid hour and sees it; strangers, other coaches, admins and nobody do not, by no path', async () => {
  const { coach, coachId, offeringId } = await openCoachIn(graph(), undefined, { price: PRICE });
  const guest = aGuest();
  const held = await request(guest, offeringId, '2026-12-01T09:00:00Z');
  expect(held).toEqual({
    id: held.id,
    status: 'HELD',
    title: 'An hour of chess',
    startsAt: '2026-12-01T09:00:00.000Z',
    endsAt: '2026-12-01T10:00:00.000Z',
    heldUntil: '2026-11-21T09:15:00.000Z',
    price: { ...PRICE, decimal: '45.00' },
    coach: { id: coachId },
    client: null,
    offering: { id: offeringId },
  });
  const { coach: otherCoach } = await openCoachIn(graph());
  for (const [asker, sees] of [
    [guest, true],
    [coach, true],
    [aGuest(), false],
    [otherCoach, false],
    [askerFor(person('ADMIN')), false],
    [null, false],
  ] as const) {
    const seen = sees ? { id: held.id } : null;
    expect(await appointmentOf(asker, held.id)).toEqual(seen);
    expect(await graph().entity(asker, 'Appointment', { id: held.id })).toEqual(seen);
  }
});

test('planning is the coach’s own, my appointments the client’s own, and both are asked for by somebody', async () => {
  const { coach, offeringId } = await openCoachIn(graph());
  const client = askerFor(person());
  const ids = [];
  for (const day of [3, 1, 2]) ids.push((await request(client, offeringId, `2026-12-0${day}T09:00:00Z`)).id);
  const [third, first, second] = ids;
  const PLANNING = `{ planning(from: "2026-12-01T09:30:00Z", to: "2026-12-03T09:00:00Z") { id client { id } } }`;
  const mine = client.viewer?.id;
  expect((await graph().ask(coach, PLANNING)).data.planning).toEqual(
    [first, second].map((id) => ({ id, client: { id: mine } })),
  );
  expect((await graph().ask(client, PLANNING)).data.planning).toEqual([]);
  const page = async (args: string, asker = client) =>
    (await graph().ask(asker, `{ myAppointments(${args}) { edges { cursor node { id } } pageInfo { hasNextPage } } }`))
      .data.myAppointments;
  const top = await page('first: 2');
  expect(top.edges.map(({ node }: Whatever) => node.id)).toEqual([third, second]);
  expect(top.pageInfo).toEqual({ hasNextPage: true });
  const rest = await page(`first: 2, after: "${top.edges[1].cursor}"`);
  expect(rest.edges.map(({ node }: Whatever) => node.id)).toEqual([first]);
  const back = await page(`last: 1, before: "${top.edges[1].cursor}"`);
  expect(back.edges.map(({ node }: Whatever) => node.id)).toEqual([third]);
  expect((await page('first: 5, status: CANCELLED')).edges).toEqual([]);
  expect((await page('first: 5', coach)).edges).toEqual([]);
  for (const field of ['myAppointments(first: 1) { edges { cursor } }', PLANNING.slice(1, -1)]) {
    const { errors } = await graph().ask(null, `{ ${field} }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  }
});

test('slots are for everybody, in the zone they ask for, and go as they are taken', async () => {
  const { coach, coachId, offeringId } = await openCoachIn(
    graph(),
    { startTime: '09:00', endTime: '12:00' },
    { startEveryMinutes: 60, bufferAfterMinutes: 30 },
  );
  const slots = async (args: string, asker: Asker | null = null) => {
    const fields = `slots(offeringId: "${offeringId}", ${args}) { startsAt endsAt localStart zone }`;
    return (await graph().entity(asker, 'Coach', { id: coachId }, fields)).slots;
  };
  const day = 'from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z"';
  expect(await slots(`${day}, zone: "America/St_Johns"`)).toEqual(
    ['05:30', '06:30', '07:30'].map((local, at) => ({
      startsAt: `2026-12-01T${String(9 + at).padStart(2, '0')}:00:00.000Z`,
      endsAt: `2026-12-01T${10 + at}:00:00.000Z`,
      localStart: `2026-12-01T${local}-03:30`,
      zone: 'America/St_Johns',
    })),
  );
  await request(askerFor(person()), offeringId, '2026-12-01T10:00:00Z');
  // Ten is taken; nine would end when it begins, but keeps half an hour after it; eleven lies in ten's.
  expect(await slots(day)).toEqual([]);
  await graph().run(coach, 'setScheduleOverride', { date: '2026-12-02', hours: [] }, 'schedule { overrides { date } }');
  expect(await slots('from: "2026-12-02T00:00:00Z", to: "2026-12-03T00:00:00Z"')).toEqual([]);
  await graph().run(coach, 'removeScheduleOverride', { date: '2026-12-02' }, 'schedule { timeZone }');
  expect(await slots('from: "2026-12-02T00:00:00Z", to: "2026-12-03T00:00:00Z"')).toHaveLength(3);
  const tooLong = `{ _entities(representations: [{ __typename: "Coach", id: "${coachId}" }]) { ... on Coach {
    slots(offeringId: "${offeringId}", from: "2026-12-01T00:00:00Z", to: "2027-02-02T00:00:00Z") { startsAt } } } }`;
  expect((await graph().ask(null, tooLong)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
});

test('a slot across a change of clocks is booked at the instant it was shown', async () => {
  const { coach, coachId, offeringId } = await openCoachIn(graph(), { startTime: '09:00', endTime: '10:00' });
  const rules = [
    { weekday: 'SATURDAY', startTime: '09:00', endTime: '10:00' },
    { weekday: 'SUNDAY', startTime: '09:00', endTime: '10:00' },
  ];
  await graph().run(coach, 'setWeeklyRules', { rules, timeZone: 'Europe/Paris' }, 'schedule { timeZone }');
  const fields = `slots(offeringId: "${offeringId}", from: "2027-03-27T00:00:00Z", to: "2027-03-29T00:00:00Z") { startsAt localStart }`;
  const { slots } = await graph().entity(null, 'Coach', { id: coachId }, fields);
  expect(slots).toEqual([
    { startsAt: '2027-03-27T08:00:00.000Z', localStart: '2027-03-27T09:00+01:00' },
    { startsAt: '2027-03-28T07:00:00.000Z', localStart: '2027-03-28T09:00+02:00' },
  ]);
  const client = askerFor(person());
  expect((await request(client, offeringId, slots[1].startsAt)).startsAt).toBe('2027-03-28T07:00:00.000Z');
  const eight = { offeringId, startsAt: '2027-03-28T08:00:00Z', idempotencyKey: randomUUID() };
  expect(await graph().refusalOf(client, 'requestAppointment', eight)).toBe('SLOT_NOT_OFFERED');
  const ancient = { ...eight, startsAt: '0000-01-01T00:00:00Z' };
  expect(await graph().refusalOf(client, 'requestAppointment', ancient)).toBe('SLOT_NOT_OFFERED');
});

test('offerings are a shop window; changing one takes its version, and its coach', async () => {
  const { coach, coachId, offeringId } = await openCoachIn(graph());
  const offeringsOf = async (asker: Asker | null) =>
    (await graph().entity(asker, 'Coach', { id: coachId }, 'offerings { id name } schedule { timeZone }')) as Whatever;
  expect(await offeringsOf(null)).toEqual({
    offerings: [{ id: offeringId, name: 'An hour of chess' }],
    schedule: null,
  });
  expect((await offeringsOf(coach)).schedule).toEqual({ timeZone: 'UTC' });
  const update = { offeringId, expectedVersion: 1, name: 'Chess', price: PRICE };
  const { offering } = await graph().run(
    coach,
    'updateOffering',
    update,
    'offering { name version minutes price { decimal } }',
  );
  expect(offering).toEqual({ name: 'Chess', version: 2, minutes: 60, price: { decimal: '45.00' } });
  expect(await graph().refusalOf(coach, 'updateOffering', update)).toBe('CONFLICT');
  const confirmation = { offeringId, expectedVersion: 2, requiresConfirmation: true };
  expect(await graph().refusalOf(coach, 'updateOffering', confirmation)).toBe('BAD_INPUT');
  expect(await graph().refusalOf(askerFor(person()), 'archiveOffering', { offeringId })).toBe('NOT_FOUND');
  expect(await graph().refusalOf(null, 'archiveOffering', { offeringId })).toBe('UNAUTHENTICATED');
  await graph().run(coach, 'archiveOffering', { offeringId }, 'offering { isArchived }');
  expect((await offeringsOf(null)).offerings).toEqual([]);
  const rules = [{ weekday: 'MONDAY', startTime: '09:00', endTime: '17:00' }];
  expect(await graph().refusalOf(askerFor(person()), 'setWeeklyRules', { rules })).toBe('NOT_A_COACH');
  const overlapping = [...rules, { weekday: 'MONDAY', startTime: '16:00', endTime: '18:00' }];
  expect(await graph().refusalOf(coach, 'setWeeklyRules', { rules: overlapping })).toBe('BAD_INPUT');
  expect(await graph().refusalOf(coach, 'setWeeklyRules', { rules, timeZone: 'Mars/Olympus' })).toBe('BAD_INPUT');
});

test('an order that is paid confirms what was held; the news come by the stream of commerce', async () => {
  const { coach, offeringId } = await openCoachIn(graph(), undefined, { price: PRICE });
  const client = askerFor(person());
  const held = await request(client, offeringId, '2026-12-01T09:00:00Z');
  const orderId = mintId('Order');
  const order = { orderId, buyerId: client.viewer?.id ?? '', total: PRICE, claimIds: [held.id] };
  await graph().announced('commerce', orderPaid, orderId, order);
  const status = async () =>
    (await graph().ask(client, `{ appointment(id: "${held.id}") { status heldUntil } }`)).data.appointment;
  await vi.waitFor(async () => expect(await status()).toEqual({ status: 'CONFIRMED', heldUntil: null }), 5_000);
  graph().clock.set('2026-12-01T09:30:00.000Z');
  const done = await graph().run(
    coach,
    'completeAppointment',
    { appointmentId: held.id, outcome: 'COMPLETED' },
    'appointment { status }',
  );
  expect(done.appointment).toEqual({ status: 'COMPLETED' });
});
