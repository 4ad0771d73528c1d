// The calendar, asked for and live: over HTTP and WebSocket, as the router asks.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/domain/asker.js';
import type { Whatever } from '../lab/answer.js';
import { openCoachIn } from '../lab/graph-bookings.js';
import { openGraph } from '../lab/open-graph.js';
import { askerFor, person } from '../lab/people.js';

const graph = openGraph();
const CHANGED = `subscription ($after: ID) { calendarChanged(after: $after) {
  eventId kind itemId entry { kind title startsAt appointment { id status client { id } } }
} }`;
const CALENDAR = `query ($from: DateTime!, $to: DateTime!) { calendar(from: $from, to: $to) {
  id kind title startsAt endsAt appointment { status coach { id } }
} }`;
const december = { from: '2026-12-01T00:00:00Z', to: '2026-12-31T00:00:00Z' };

const book = async (client: Asker, offeringId: string, startsAt: string): Promise<string> => {
  const input = { offeringId, startsAt, idempotencyKey: randomUUID() };
  return (await graph().run(client, 'requestAppointment', input, 'appointment { id }')).appointment.id;
};

test('both who meet have it in their calendars, in order, until it is called off; nobody else has', async () => {
  const { coach, coachId, offeringId } = await openCoachIn(graph());
  const [client, stranger] = [askerFor(person()), askerFor(person())];
  const later = await book(client, offeringId, '2026-12-02T09:00:00Z');
  const sooner = await book(client, offeringId, '2026-12-01T09:00:00Z');
  for (const one of [client, coach]) {
    const { data } = await graph().ask(one, CALENDAR, december);
    expect(data.calendar).toEqual(
      [sooner, later].map((id, at) => ({
        id,
        kind: 'APPOINTMENT',
        title: 'An hour of chess',
        startsAt: `2026-12-0${at + 1}T09:00:00.000Z`,
        endsAt: `2026-12-0${at + 1}T10:00:00.000Z`,
        appointment: { status: 'CONFIRMED', coach: { id: coachId } },
      })),
    );
  }
  expect((await graph().ask(stranger, CALENDAR, december)).data).toEqual({ calendar: [] });
  await graph().run(client, 'cancelAppointment', { appointmentId: sooner }, 'appointment { status }');
  const { data } = await graph().ask(coach, CALENDAR, december);
  expect(data.calendar.map(({ id }: Whatever) => id)).toEqual([later]);
});

test('a calendar is asked for by somebody, and for at most 62 days', async () => {
  const codes = async (asker: Asker | null, variables: object) =>
    (await graph().ask(asker, CALENDAR, variables)).errors?.map(({ extensions }) => extensions.code);
  expect(await codes(null, december)).toEqual(['UNAUTHENTICATED']);
  const ada = askerFor(person());
  expect(await codes(ada, { from: december.from, to: '2027-02-02T00:00:00Z' })).toEqual(['BAD_INPUT']);
  expect(await codes(ada, { from: december.to, to: december.from })).toEqual(['BAD_INPUT']);
});

test('each change is heard by both, carries the entry as it is, and is replayed after a cursor', async () => {
  const { coach, offeringId } = await openCoachIn(graph());
  const client = askerFor(person());
  const ear = graph().listen(coach, CHANGED);
  // The subscription may have begun after the first: from the one that was heard on nothing is missed.
  for (let minute = 0; ear.events.length === 0; minute += 5) {
    await book(askerFor(person()), offeringId, new Date(Date.UTC(2026, 11, 3 + minute, 9)).toISOString());
    await ear.heard(1, 300).catch(() => {});
  }
  const known = ear.events.length;
  const appointmentId = await book(client, offeringId, '2026-12-02T09:00:00Z');
  await graph().run(
    client,
    'rescheduleAppointment',
    { appointmentId, startsAt: '2026-12-02T10:00:00Z' },
    'userErrors { code }',
  );
  await graph().run(coach, 'cancelAppointment', { appointmentId }, 'userErrors { code }');
  await ear.heard(known + 3);
  const mine = ear.events.slice(known);
  expect(mine.map(({ kind, itemId }: Whatever) => [kind, itemId])).toEqual(
    Array.from({ length: 3 }, () => ['APPOINTMENT', appointmentId]),
  );
  expect(mine.at(-1).entry).toBeNull();

  const again = graph().listen(coach, CHANGED, { after: mine[0].eventId });
  await again.heard(2);
  expect(again.events.map(({ eventId }: Whatever) => eventId)).toEqual(
    mine.slice(1).map(({ eventId }: Whatever) => eventId),
  );
  const foreign = graph().listen(client, CHANGED, { after: mine[0].eventId });
  await foreign.until(({ endings }) => endings.length > 0);
  expect(foreign.endings).toEqual(['BAD_CURSOR']);
  const nobody = graph().listen(null, CHANGED);
  await nobody.until(({ endings }) => endings.length > 0);
  expect(nobody.endings).toEqual(['UNAUTHENTICATED']);
});

test('40 bookings of one coach at once are each heard once, and none is missed', async () => {
  const { coach, offeringId } = await openCoachIn(graph(), { startTime: '00:00', endTime: '24:00' });
  const ear = graph().listen(coach, CHANGED);
  for (let day = 20; ear.events.length === 0; day += 1) {
    await book(askerFor(person()), offeringId, new Date(Date.UTC(2026, 11, day, 9)).toISOString());
    await ear.heard(1, 300).catch(() => {});
  }
  const known = ear.events.length;
  const hours = Array.from({ length: 40 }, (_, hour) => new Date(Date.UTC(2026, 11, 5, hour)).toISOString());
  const ids = await Promise.all(hours.map((startsAt) => book(askerFor(person()), offeringId, startsAt)));
  await ear.heard(known + 40, 10_000);
  const heard = ear.events.slice(known).map(({ itemId }: Whatever) => itemId);
  expect(new Set(heard)).toEqual(new Set(ids));
  expect(heard).toHaveLength(40);
});
