// Coaches with offerings, and people who book them, for tests that are about something else.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce, type EventKind } from '@mosaic/kernel/outbox/event';
import { retype } from '@mosaic/kernel/values/ids';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import type { Asker } from '../../src/domain/asker.js';
import type { Offering } from '../../src/domain/offering.js';
import { reactions } from '../../src/events/consume-events.js';
import { type CreateOffering, createOffering } from '../../src/use-cases/offerings.js';
import { requestAppointment } from '../../src/use-cases/request-appointment.js';
import { setWeeklyRules } from '../../src/use-cases/schedules.js';
import { granted, type Lab } from './open-lab.js';
import { person } from './people.js';

/** Applies an event as the consumer would: each reaction once per event. */
export async function hear<P>(
  { rooms, clock }: Lab,
  kind: EventKind<P>,
  key: string,
  payload: P,
  times = 1,
): Promise<void> {
  const event = announce(kind, key, payload, clock.now());
  for (let time = 0; time < times; time += 1)
    for (const reaction of reactions.filter(({ on }) => on.name === kind.name))
      granted(
        await rooms.transact(async (unit) => {
          if (await unit.recordApplied(reaction.name, event.id)) await reaction.react(event as never, unit);
          return true;
        }),
      );
}

export async function approve(
  lab: Lab,
  coach: Viewer,
  standing: 'APPROVED' | 'WITHDRAWN' = 'APPROVED',
  timeZone = 'Europe/Paris',
) {
  const coachId = retype('Coach', coach.id);
  await hear(lab, coachStandingChanged, coachId, { coachId, userId: coach.id, standing, timeZone });
}

/** An approved coach in Paris who works every day from 09:00 to 17:00. */
export async function openCoach(lab: Lab, hours = { startTime: '09:00', endTime: '17:00' }): Promise<Viewer> {
  const coach = person('COACH');
  await approve(lab, coach);
  const rules = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, ...hours }));
  granted(await setWeeklyRules(lab.rooms, coach, { rules, timeZone: null }));
  return coach;
}

const FREE = { amountMinor: 0, currency: 'EUR' };
export const PRICE = { amountMinor: 4_500, currency: 'EUR' };

/** An hour that may begin every five minutes, free and without a question, unless said otherwise. */
export async function offer(lab: Lab, coach: Viewer, changes: Partial<CreateOffering> = {}): Promise<Offering> {
  const offering = {
    name: 'An hour of chess',
    minutes: 60,
    startEveryMinutes: 5,
    price: FREE,
    requiresConfirmation: false,
  };
  return granted(await createOffering(lab.rooms, coach, { ...offering, ...changes, idempotencyKey: randomUUID() }));
}

export const book = (
  lab: Lab,
  asker: Asker,
  offering: Offering,
  startsAt: string,
  idempotencyKey: string = randomUUID(),
) => requestAppointment(lab.rooms, asker, { offeringId: offering.id, startsAt: new Date(startsAt), idempotencyKey });
