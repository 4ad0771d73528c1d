// People talk to the coaches for the first time: weeks of kept appointments, some missed or called off, some ahead.
import { completeAppointment, confirmAppointment } from '@mosaic/booking/use-cases/answer-appointment';
import { cancelAppointment } from '@mosaic/booking/use-cases/move-appointment';
import { requestAppointment } from '@mosaic/booking/use-cases/request-appointment';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { hours, later } from '@mosaic/kernel/values/time';
import { namedChance } from './chance.js';
import type { OpenPractice } from './open-practices.js';
import { granted, type Inhabitant, inParallel, named, type Stage } from './stage.js';
import { atMoment, keyOf, wallTime, workday } from './timeline.js';

/** How many days from today, and what becomes of it; the last is still to be answered where the coach is asked. */
const plans = [
  { day: -52, becomes: 'COMPLETED' },
  { day: -37, becomes: 'COMPLETED' },
  { day: -24, becomes: 'NO_SHOW' },
  { day: -12, becomes: 'COMPLETED' },
  { day: -5, becomes: 'CANCELLED' },
  { day: 3, becomes: 'CONFIRMED' },
  { day: 9, becomes: 'CONFIRMED' },
  { day: 16, becomes: 'REQUESTED' },
] as const;

interface Talk {
  readonly practice: OpenPractice;
  readonly client: Inhabitant;
  readonly startsAt: Date;
  readonly becomes: (typeof plans)[number]['becomes'];
}

export async function bookFirstTalks(
  stage: Stage,
  people: readonly Inhabitant[],
  practices: readonly OpenPractice[],
): Promise<void> {
  const talks = practices.flatMap((practice, at) => {
    const clients = clientsOf(practice, people, at);
    return plans.map(({ day, becomes }, turn): Talk => {
      const client = clients[turn % clients.length] ?? practice.coach;
      const startsAt = wallTime(workday(stage.today, day), 9 + ((at + turn) % 3), practice.timeZone);
      return { practice, client, startsAt, becomes };
    });
  });
  await inParallel(talks, 2, (talk) =>
    stage.once(`first talk with ${talk.practice.name} at ${talk.startsAt.toISOString()}`, () => book(stage, talk)),
  );
  stage.say(`${talks.length} first talks, from ${plans[0].day} to +${plans.at(-1)?.day} days`);
}

/** Who comes back, by their turn, to every other coach of their language. */
const regulars: Readonly<Record<'en' | 'fr', Readonly<Record<number, string>>>> = {
  fr: { 1: 'Camille Roussel', 5: 'Camille Roussel' },
  en: { 1: 'Olivia Marsh', 5: 'Olivia Marsh', 6: 'Alex Moreno' },
};

/** One for each plan; everybody but the regulars is drawn. */
function clientsOf({ name, coach }: OpenPractice, people: readonly Inhabitant[], at: number): Inhabitant[] {
  const { locale } = coach.character;
  const known = Object.values(regulars[locale]);
  const speakers = people.filter(
    ({ character }) => character.locale === locale && character.role === 'USER' && !known.includes(character.name),
  );
  const drawn = namedChance(`${name}'s clients`).some(speakers, plans.length);
  return drawn.map((one, turn) => {
    const regular = at % 2 === 0 ? regulars[locale][turn] : undefined;
    return regular ? named(people, regular) : one;
  });
}

async function book({ booking, today }: Stage, { practice, client, startsAt, becomes }: Talk): Promise<void> {
  const { coach, firstId, name } = practice;
  const key = keyOf('first talk', name, startsAt.toISOString());
  const asked = later(startsAt < today ? startsAt : today, -hours(40));
  const at = <T>(moment: Date, act: () => Promise<T>) => atMoment(moment, namedChance(`${key} ${moment}`), act);
  const request = { offeringId: firstId, startsAt, idempotencyKey: key };
  const answer = await at(asked, () => requestAppointment(booking, { viewer: client, guest: null }, request));
  // It stays as an earlier filling left it.
  if (isRefusal(answer) && answer.code === 'SLOT_TAKEN') return;
  const made = granted(answer);
  if (becomes === 'REQUESTED') return;
  if (made.status === 'REQUESTED')
    await at(later(asked, hours(3)), async () => granted(await confirmAppointment(booking, coach, made.id)));
  if (becomes === 'CANCELLED') {
    const asker = { viewer: client, guest: null };
    await at(later(asked, hours(9)), async () => granted(await cancelAppointment(booking, asker, made.id)));
  } else if (becomes !== 'CONFIRMED') {
    const result = { appointmentId: made.id, outcome: becomes };
    await at(later(startsAt, hours(1)), async () => granted(await completeAppointment(booking, coach, result)));
  }
}
