// A coach in Paris and clients in New York meet over the next change of the clocks in Paris, whenever this runs: the clock
// on the coach's wall stays, the instant moves by an hour. Booking is killed while everybody books.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { act, codeOf, oncePermitted } from '../lab/act.js';
import { nextChange, onClock } from '../lab/clocks.js';
import { approveCoach } from '../lab/coaching.js';
import { expectMasked, killMidway } from '../lab/kill-midway.js';
import { type Ear, type LiveEvent, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { promote } from '../lab/promote.js';

const world = openWorld({ subgraphs: ['users', 'booking'] });

const [PARIS, NEW_YORK] = ['Europe/Paris', 'America/New_York'] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RULES = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((weekday) => ({
  ...{ weekday, startTime: '09:00', endTime: '12:00' },
}));
const NIGHT = { weekday: 'SUNDAY', startTime: '01:00', endTime: '04:00' };
const CHANGED = `subscription ($after: ID) { calendarChanged(after: $after) {
  eventId occurredAt itemId entry { startsAt appointment { status client { displayName } } }
} }`;
const ENTRY = 'id status startsAt coach { user { displayName } } client { displayName }';

interface CalendarEvent extends LiveEvent {
  itemId: string;
  entry: { startsAt: string; appointment: { status: string; client: { displayName: string } } } | null;
}
interface Slot {
  startsAt: string;
  localStart: string;
}
interface Appointment {
  id: string;
  status: string;
  startsAt: string;
}

/** The Sunday in Paris on which the clocks change, and by how many hours they go forward. */
const { midnight, forward } = nextChange(PARIS, new Date(Date.now() + 3 * DAY));
const range = { from: new Date(midnight - DAY), to: new Date(midnight + 3 * DAY) };
/** When the clock in Paris shows this hour, so many days after the Sunday. */
const atParis = (day: number, hour: number): string =>
  new Date(midnight + day * DAY + hour * HOUR - (day * 24 + hour > 3 ? forward * HOUR : 0)).toISOString();

let router: string;
let carla: Person;
let noor: Person;
let rick: Person;
let coachId: string;
/** On request, and at once. */
let asked: string;
let instant: string;
let appointmentId: string;
let ears: Record<'carla' | 'noor' | 'rick', Ear<CalendarEvent>>;

const offer = async (name: string, requiresConfirmation: boolean): Promise<string> => {
  const terms = { name, minutes: 60, price: { amountMinor: 0, currency: 'EUR' }, requiresConfirmation };
  const input = { ...terms, idempotencyKey: randomUUID() };
  return (await act<{ offering: { id: string } }>(carla, 'createOffering', input, 'offering { id }')).offering.id;
};
const slots = async (who: Person, zone: string): Promise<Slot[]> => {
  const query = `query ($coachId: ID!, $offeringId: ID!, $from: DateTime!, $to: DateTime!, $zone: String) {
    coach(id: $coachId) { slots(offeringId: $offeringId, from: $from, to: $to, zone: $zone) { startsAt localStart } }
  }`;
  const { coach } = await who.ask<{ coach: { slots: Slot[] } }>(query, { coachId, offeringId: asked, ...range, zone });
  return coach.slots;
};
const isFree = async (startsAt: string) => (await slots(rick, PARIS)).some((slot) => slot.startsAt === startsAt);
const request = (who: Person, offeringId: string, startsAt: string) => {
  const input = { offeringId, startsAt, idempotencyKey: randomUUID() };
  return async () =>
    (await act<{ appointment: Appointment }>(who, 'requestAppointment', input, 'appointment { id status startsAt }'))
      .appointment;
};
const move = (who: Person, startsAt: string) =>
  act(who, 'rescheduleAppointment', { appointmentId, startsAt }, 'appointment { id }');
const planned = async () =>
  (
    await carla.ask<{ planning: Appointment[] }>(
      `query ($from: DateTime!, $to: DateTime!) { planning(from: $from, to: $to) { ${ENTRY} } }`,
      range,
    )
  ).planning;

beforeAll(async () => {
  [router = ''] = world.current.urls.router;
  const names = ['Admin', 'Carla', 'Noor', 'Rick'];
  const people = await Promise.all(names.map((name) => Person.signUp(router, name)));
  [, carla, noor, rick] = people as [Person, Person, Person, Person];
  coachId = await approveCoach(await promote(world.current, people[0] as Person, 'ADMIN'), carla);
  const rules = { rules: [...RULES, NIGHT], timeZone: PARIS };
  await oncePermitted('NOT_A_COACH', () => act(carla, 'setWeeklyRules', rules, 'schedule { timeZone }'));
  [asked, instant] = await Promise.all([offer('A talk', true), offer('An hour', false)]);
}, 60_000);

test('hours follow the clock in Paris; who asks from New York reads the same instants on their own', async () => {
  const found = await slots(noor, NEW_YORK);
  const mornings = [-1, 0, 1, 2].flatMap((day) => [9, 10, 11].map((hour) => atParis(day, hour)));
  // A clock that skips an hour of the night has one slot less in it, one that repeats it one more.
  const nights = Array.from({ length: 3 - forward }, (_, hour) => new Date(midnight + (hour + 1) * HOUR).toISOString());
  expect(found.map(({ startsAt }) => startsAt)).toEqual([...mornings, ...nights].sort());
  for (const { startsAt, localStart } of found) expect(localStart).toBe(onClock(startsAt, NEW_YORK));

  const nineOClock = (await slots(carla, PARIS)).filter(({ localStart }) => localStart.includes('T09:00'));
  expect(nineOClock.map(({ startsAt }) => startsAt)).toEqual([-1, 0, 1, 2].map((day) => atParis(day, 9)));
  const [before = 0, after = 0] = nineOClock.map(({ startsAt }) => Date.parse(startsAt));
  expect(after - before).toBe(DAY - forward * HOUR);
});

test('an hour is asked for, said yes to, and stands on both sides', async () => {
  const made = await request(noor, asked, atParis(-1, 9))();
  expect(made).toEqual({ id: made.id, status: 'REQUESTED', startsAt: atParis(-1, 9) });
  appointmentId = made.id;
  const named = { coach: { user: { displayName: 'Carla' } }, client: { displayName: 'Noor' } };
  expect(await planned()).toEqual([{ ...made, ...named }]);
  await act(carla, 'confirmAppointment', { appointmentId }, 'appointment { id }');
  const confirmed = { ...made, status: 'CONFIRMED', ...named };
  expect(await planned()).toEqual([confirmed]);
  const mine = `query ($from: DateTime!, $to: DateTime!) {
    myAppointments(status: CONFIRMED, first: 5) { edges { node { ${ENTRY} } } }
    calendar(from: $from, to: $to) { id kind startsAt appointment { ${ENTRY} } }
  }`;
  const entry = { id: made.id, kind: 'APPOINTMENT', startsAt: made.startsAt, appointment: confirmed };
  expect(await noor.ask(mine, range)).toEqual({
    myAppointments: { edges: [{ node: confirmed }] },
    calendar: [entry],
  });
  expect(await rick.ask(mine, range)).toEqual({ myAppointments: { edges: [] }, calendar: [] });
  const byId = 'query ($id: ID!) { appointment(id: $id) { id } }';
  expect(await rick.ask(byId, { id: made.id })).toEqual({ appointment: null });
  expect(await isFree(made.startsAt)).toBe(false);
});

test('of two who want one hour at once, one has it', async () => {
  const both = [noor, rick].map((who) => request(who, instant, atParis(1, 9))().catch(codeOf));
  const [one, other] = await Promise.all(both);
  const outcomes = [one, other].map((outcome) => (typeof outcome === 'object' ? outcome.status : outcome));
  expect(new Set(outcomes)).toEqual(new Set(['CONFIRMED', 'SLOT_TAKEN']));
  expect(await isFree(atParis(1, 9))).toBe(false);
});

test('moved over the change it is the same hour on the wall, and both hear of it live', async () => {
  const open = (who: Person) => listen<CalendarEvent>(who, { document: CHANGED, resumes: true });
  ears = { carla: open(carla), noor: open(noor), rick: open(rick) };
  let turns = 0;
  const stir = () => move(noor, atParis(-1, 10 + (turns++ % 2)));
  for (const ear of [ears.noor, ears.carla]) await ear.attached(stir);
  await ears.rick.attached(async () => request(rick, asked, atParis(2, 11))());
  await move(noor, atParis(1, 10));
  const appointment = { status: 'CONFIRMED', client: { displayName: 'Noor' } };
  for (const ear of [ears.noor, ears.carla]) {
    await ear.until((events) => events.at(-1)?.entry?.startsAt === atParis(1, 10));
    expect(ear.events.at(-1)).toMatchObject({ itemId: appointmentId, entry: { appointment } });
  }
  expect(onClock(atParis(1, 10), PARIS)).toMatch(/T10:00/);
  expect(await isFree(atParis(-1, 9))).toBe(true);
  expect(await isFree(atParis(1, 10))).toBe(false);
  expect(await move(noor, atParis(1, 9)).then(() => null, codeOf)).toBe('SLOT_TAKEN');
});

test('booking dies while four hours are booked: each is booked once, and what was heard goes on', async () => {
  const before = await planned();
  const times = [atParis(-1, 9), atParis(0, 9), atParis(0, 10), atParis(2, 9)];
  const acts = times.map((startsAt, at) => request(at % 2 ? rick : noor, instant, startsAt));
  const query = 'query ($id: ID!) { coach(id: $id) { headline user { displayName } offerings { name } } }';
  const crossing = () => post(router, query, { variables: { id: coachId }, token: noor.session.accessToken });
  const { answers, partial } = await killMidway(world.current, 'booking', { acts, crossing });
  expectMasked(partial, 'booking');
  expect(partial.data).toEqual({ coach: { headline: 'Breathing', user: { displayName: 'Carla' }, offerings: null } });
  expect(answers.map(({ startsAt, status }) => [startsAt, status])).toEqual(times.map((time) => [time, 'CONFIRMED']));
  const ids = new Set([...before, ...answers].map(({ id }) => id));
  const after = await planned();
  expect(new Set(after.map(({ id }) => id))).toEqual(ids);
  expect(after).toHaveLength(before.length + times.length);
  await ears.carla.until((events) => answers.every(({ id }) => events.some(({ itemId }) => itemId === id)));
}, 90_000);

test('called off, the hour is free for another; nobody hears what is not theirs', async () => {
  await act(noor, 'cancelAppointment', { appointmentId }, 'appointment { status }');
  for (const ear of [ears.noor, ears.carla])
    await ear.until((events) => events.at(-1)?.itemId === appointmentId && events.at(-1)?.entry === null);
  expect(await isFree(atParis(1, 10))).toBe(true);
  const { id } = await request(rick, instant, atParis(1, 10))();
  await ears.rick.until((events) => events.some(({ itemId }) => itemId === id));
  for (const [name, ear] of [
    ['Noor', ears.noor],
    ['Rick', ears.rick],
  ] as const) {
    ear.leave();
    const eventIds = ear.events.map(({ eventId }) => eventId);
    expect(new Set(eventIds).size).toBe(eventIds.length);
    const clients = ear.events.flatMap(({ entry }) => entry?.appointment.client.displayName ?? []);
    expect(new Set(clients)).toEqual(new Set([name]));
  }
  ears.carla.leave();
  expect(ears.rick.events.map(({ itemId }) => itemId)).not.toContain(appointmentId);
});
