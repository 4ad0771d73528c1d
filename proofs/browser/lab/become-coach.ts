// Somebody becomes a coach: they apply, an admin approves, they set their hours and what can be booked.
import { randomUUID } from 'node:crypto';
import { expect, type Seat } from './test';

export interface CoachToBe {
  /** IANA name of the zone that the hours are in. */
  readonly timeZone: string;
  /** Of every day, as HH:mm. */
  readonly hours: { readonly startTime: string; readonly endTime: string };
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Resolves to the coach's id. Booking hears of the approval a moment after users know it. */
export async function becomeCoach(person: Seat, admin: Seat, { timeZone, hours }: CoachToBe): Promise<string> {
  const { applyAsCoach } = await person.ask<{ applyAsCoach: { coach: { id: string } } }>(
    'mutation ($input: ApplyAsCoachInput!) { applyAsCoach(input: $input) { userErrors { code message } coach { id } } }',
    {
      input: {
        headline: 'Calm before the day begins',
        hourlyRate: { amountMinor: 5000, currency: 'EUR' },
        timeZone,
        specialtyIds: [],
      },
    },
  );
  const coachId = applyAsCoach.coach.id;
  await admin.ask(
    'mutation ($input: ReviewCoachInput!) { reviewCoach(input: $input) { userErrors { code message } } }',
    {
      input: { coachId, decision: 'APPROVED', reason: 'Known to us.' },
    },
  );
  const rules = WEEKDAYS.map((weekday) => ({ weekday, ...hours }));
  await expect(async () => {
    await person.ask(
      'mutation ($input: SetWeeklyRulesInput!) { setWeeklyRules(input: $input) { userErrors { code } } }',
      {
        input: { rules, timeZone },
      },
    );
  }).toPass();
  return coachId;
}

export interface Offer {
  readonly name: string;
  readonly minutes: number;
  readonly amountMinor: number;
  readonly requiresConfirmation: boolean;
}

export async function offer(coach: Seat, { amountMinor, ...terms }: Offer): Promise<string> {
  const input = { ...terms, price: { amountMinor, currency: 'EUR' }, idempotencyKey: randomUUID() };
  const { createOffering } = await coach.ask<{ createOffering: { offering: { id: string } } }>(
    'mutation ($input: CreateOfferingInput!) { createOffering(input: $input) { userErrors { code message } offering { id } } }',
    { input },
  );
  return createOffering.offering.id;
}
