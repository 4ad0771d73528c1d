// The approved coaches say when they work, and what they can be booked for: a free first talk, and paid sessions.
import { type CreateOffering, createOffering } from '@mosaic/booking/use-cases/offerings';
import { setWeeklyRules } from '@mosaic/booking/use-cases/schedules';
import { money } from '@mosaic/kernel/values/money';
import { namedChance } from './chance.js';
import { type Practice, practices } from './practices.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, inParallel, named, type Stage } from './stage.js';
import { atMoment, keyOf } from './timeline.js';
import { waitOut } from './wait-for.js';

export interface OpenPractice extends Practice {
  readonly coach: Inhabitant;
  readonly firstId: string;
  readonly sessionId: string;
}

const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, startTime: '09:00', endTime: '12:00' },
  { weekday, startTime: '14:00', endTime: '18:00' },
]);
const rules = [...weekdays, { weekday: 6, startTime: '09:00', endTime: '13:00' }];

/** In the order of the practices. */
export async function openPractices(stage: Stage, people: readonly Inhabitant[]): Promise<OpenPractice[]> {
  const open: OpenPractice[] = [];
  await inParallel([...practices.entries()], 2, async ([index, practice]) => {
    open[index] = await openPractice(stage, named(people, practice.name), practice);
  });
  stage.say(`${open.length} coaches have hours and offerings`);
  return open;
}

async function openPractice(stage: Stage, coach: Inhabitant, practice: Practice): Promise<OpenPractice> {
  const { booking, today, once } = stage;
  const { name, timeZone, first, session, rate } = practice;
  const at = <T>(what: string, act: () => Promise<T>) =>
    once(`${name}: ${what}`, () => atMoment(daysBefore(today, HISTORY_DAYS - 4), namedChance(`${name}: ${what}`), act));
  await at('hours', async () => {
    await waitOut('NOT_A_COACH', () => setWeeklyRules(booking, coach, { rules, timeZone }));
  });
  const offer = (terms: Omit<CreateOffering, 'idempotencyKey'>) =>
    at(terms.name, async () => {
      const idempotencyKey = keyOf('offering', name, terms.name);
      return granted(await createOffering(booking, coach, { ...terms, idempotencyKey })).id as string;
    });
  const free = { price: money(0, rate.currency), requiresConfirmation: first.isAsked };
  return {
    ...practice,
    coach,
    firstId: await offer({ name: first.name, minutes: 30, ...free }),
    sessionId: await offer({ name: session, minutes: 60, price: rate }),
  };
}
