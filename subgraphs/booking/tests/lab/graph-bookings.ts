// Coaches of a running subgraph: they are known from an event on the stream of users, as in life.
import { randomUUID } from 'node:crypto';
import { retype } from '@mosaic/kernel/values/ids';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import { vi } from 'vitest';
import type { Asker } from '../../src/domain/asker.js';
import type { Graph } from './open-graph.js';
import { askerFor, person } from './people.js';

interface OpenCoach {
  coach: Asker;
  coachId: string;
  offeringId: string;
}

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** An approved coach on UTC who works every day, with an offering of an hour that may begin every five minutes. */
export async function openCoachIn(
  graph: Graph,
  hours = { startTime: '09:00', endTime: '17:00' },
  terms: object = {},
): Promise<OpenCoach> {
  const viewer = person('COACH');
  const [coach, coachId] = [askerFor(viewer), retype('Coach', viewer.id)];
  const known = { coachId, userId: viewer.id, standing: 'APPROVED', timeZone: 'UTC' } as const;
  await graph.announced('users', coachStandingChanged, coachId, known);
  const rules = DAYS.map((weekday) => ({ weekday, ...hours }));
  await vi.waitFor(() => graph.run(coach, 'setWeeklyRules', { rules }, 'schedule { timeZone }'), { timeout: 5_000 });
  const input = {
    name: 'An hour of chess',
    minutes: 60,
    startEveryMinutes: 5,
    price: { amountMinor: 0, currency: 'EUR' },
    idempotencyKey: randomUUID(),
    ...terms,
  };
  const { offering } = await graph.run(coach, 'createOffering', input, 'offering { id }');
  return { coach, coachId, offeringId: offering.id };
}
