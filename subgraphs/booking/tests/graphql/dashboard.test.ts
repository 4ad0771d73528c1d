// The dashboard of admins, as far as booking counts for it: what the store holds, to the millisecond.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openCoachIn } from '../lab/graph-bookings.js';
import { openGraph } from '../lab/open-graph.js';
import { askerFor, person } from '../lab/people.js';

const graph = openGraph();
const count = (role: string, period: string) =>
  graph().entity(askerFor(person(role)), 'AdminDashboard', { period }, 'appointmentCount eventCount');

test('counts are for admins, over a period: its beginning is in it, its end is not', async () => {
  const { offeringId, coach } = await openCoachIn(graph());
  const book = async (day: number) => {
    const input = { offeringId, startsAt: `2026-12-0${day}T09:00:00Z`, idempotencyKey: randomUUID() };
    return (await graph().run(askerFor(person()), 'requestAppointment', input, 'appointment { id }')).appointment.id;
  };
  graph().clock.set('2026-11-22T00:00:00.000Z');
  await book(1);
  graph().clock.set('2026-11-22T23:59:59.999Z');
  await graph().run(coach, 'cancelAppointment', { appointmentId: await book(2) }, 'userErrors { code }');
  graph().clock.set('2026-11-23T00:00:00.000Z');
  await book(3);
  const day = '2026-11-22T00:00:00.000Z/2026-11-23T00:00:00.000Z';
  expect(await count('ADMIN', day)).toEqual({ appointmentCount: 2, eventCount: 0 });
  expect(await count('ADMIN', 'yesterday')).toEqual({ appointmentCount: null, eventCount: null });
  expect(await count('USER', day)).toBeNull();
});
