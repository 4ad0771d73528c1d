// What an event does to the time of a coach: while they organise it or go, nobody books them.
import { expect, test } from 'vitest';
import type { Offering } from '../../src/domain/offering.js';
import { rsvpEvent } from '../../src/use-cases/rsvp-event.js';
import { cancelEvent } from '../../src/use-cases/turn-event.js';
import { book, offer, openCoach } from '../lab/bookings.js';
import { goerOf, guestOf, publish } from '../lab/events.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { askerFor, person } from '../lab/people.js';

const lab = openLab();

// The coach works from 08:00 to 16:00 UTC; the event lasts from 10:00 to 12:00.
const during = { startsAt: new Date('2026-11-28T10:00:00.000Z'), endsAt: new Date('2026-11-28T12:00:00.000Z') };
const at = (time: string) => `2026-11-28T${time}:00.000Z`;

async function hoursOf(offering: Offering): Promise<string[]> {
  const [from, to] = [new Date(at('00:00')), new Date('2026-11-29T00:00:00.000Z')];
  const starts = await lab().rooms.read.slots.of(offering, { from, to, now: lab().clock.now(), limit: 100 });
  return starts.map((start) => new Date(start).toISOString().slice(11, 16));
}

const BEFORE_AND_AFTER = ['08:00', '09:00', '12:00', '13:00', '14:00', '15:00'];
const ALL_DAY = [...BEFORE_AND_AFTER, '10:00', '11:00'].sort();

test('an event that the coach organises takes their time until it is called off', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach, { startEveryMinutes: 60 });
  expect(await hoursOf(offering)).toEqual(ALL_DAY);
  const { event } = await publish(lab(), during, coach);
  expect(await hoursOf(offering)).toEqual(BEFORE_AND_AFTER);
  expect(codeOf(await book(lab(), askerFor(person()), offering, at('11:00')))).toBe('SLOT_TAKEN');
  granted(await book(lab(), askerFor(person()), offering, at('12:00')));
  granted(await cancelEvent(lab().rooms, coach, event.id));
  expect(await hoursOf(offering)).toEqual(ALL_DAY.filter((hour) => hour !== '12:00'));
});

test('an event that the coach goes to takes their time, one they may go to does not', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach, { startEveryMinutes: 60 });
  const party = await publish(lab(), during);
  await guestOf(lab(), party, coach);
  expect(await hoursOf(offering)).toEqual(ALL_DAY);
  await goerOf(lab(), party, coach);
  expect(await hoursOf(offering)).toEqual(BEFORE_AND_AFTER);
  granted(await rsvpEvent(lab().rooms, coach, { eventId: party.event.id, answer: 'MAYBE' }));
  expect(await hoursOf(offering)).toEqual(ALL_DAY);
});
