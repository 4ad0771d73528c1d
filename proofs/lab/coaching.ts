// A coach who was approved, and what they can be booked for.
import { randomUUID } from 'node:crypto';
import { act, oncePermitted } from './act.js';
import type { Person } from './person.js';
import type { Price } from './shop.js';

export interface Practice {
  /** Signed in as they were: the role COACH comes with their next access token, the rights are there now. */
  coach: Person;
  coachId: string;
  offeringId: string;
  price: Price;
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Somebody applies as a coach and is approved; answers the id of the coach. */
export async function approveCoach(admin: Person, person: Person): Promise<string> {
  const offer = {
    headline: 'Breathing',
    hourlyRate: { amountMinor: 6_000, currency: 'EUR' },
    timeZone: 'Europe/Paris',
    specialtyIds: [],
  };
  const { coach } = await act<{ coach: { id: string } }>(person, 'applyAsCoach', offer, 'coach { id }');
  const review = { coachId: coach.id, decision: 'APPROVED', reason: 'references checked' };
  await act(admin, 'reviewCoach', review, 'coach { id }');
  return coach.id;
}

/** The person is approved as a coach who works every day, all day, and offers an hour at this price (0 is free). */
export async function openPractice(
  admin: Person,
  coach: Person,
  price: Price = { amountMinor: 6_000, currency: 'EUR' },
): Promise<Practice> {
  const coachId = await approveCoach(admin, coach);
  const rules = WEEKDAYS.map((weekday) => ({ weekday, startTime: '00:00', endTime: '24:00' }));
  await oncePermitted('NOT_A_COACH', () =>
    act(coach, 'setWeeklyRules', { rules, timeZone: 'Europe/Paris' }, 'schedule { timeZone }'),
  );
  const { offering } = await act<{ offering: { id: string } }>(
    coach,
    'createOffering',
    { name: 'An hour', minutes: 60, price, idempotencyKey: randomUUID() },
    'offering { id }',
  );
  return { coach, coachId, offeringId: offering.id, price };
}

/** When hours of the practice begin that can be booked now, from the day after tomorrow on, the earliest first. */
export async function freeHours(person: Person, { coachId, offeringId }: Practice): Promise<string[]> {
  const day = 86_400_000;
  const from = new Date(Math.floor(Date.now() / day + 2) * day);
  const variables = { coachId, offeringId, from, to: new Date(from.getTime() + day) };
  const { coach } = await person.ask<{ coach: { slots: { startsAt: string }[] } }>(
    `query ($coachId: ID!, $offeringId: ID!, $from: DateTime!, $to: DateTime!) {
      coach(id: $coachId) { slots(offeringId: $offeringId, from: $from, to: $to) { startsAt } }
    }`,
    variables,
  );
  return coach.slots.map(({ startsAt }) => startsAt);
}
