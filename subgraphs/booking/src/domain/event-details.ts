// What an organiser says about an event, checked and cleaned: the same rules when it is made and when it is changed.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { days } from '@mosaic/kernel/values/time';
import { IANAZone } from 'luxon';
import type { Event } from './event.js';
import { refuseEvent } from './event-refusals.js';
import { isPlausible } from './plausible-time.js';

const TITLE = { longest: 120, lines: 'one' } as const;
const DESCRIPTION = { longest: 5_000, lines: 'many' } as const;
const PLACE = { longest: 200, lines: 'one' } as const;
const LONGEST_EVENT = days(31);
const LARGEST_CAPACITY = 1_000;

export type EventDetails = Pick<
  Event,
  'title' | 'description' | 'place' | 'startsAt' | 'endsAt' | 'timeZone' | 'capacity'
>;

/** The details as they will be stored. Refuses BAD_INPUT, pointing at the field. */
export function readDetails(given: EventDetails): EventDetails | Refusal {
  const title = cleanText(given.title, TITLE);
  if (isRefusal(title)) return title.at('title');
  const description = given.description.trim() === '' ? '' : cleanText(given.description, DESCRIPTION);
  if (isRefusal(description)) return description.at('description');
  const place = given.place === null || given.place.trim() === '' ? null : cleanText(given.place, PLACE);
  if (isRefusal(place)) return place.at('place');
  return checkTimes(given) ?? checkCapacity(given) ?? { ...given, title, description, place };
}

function checkTimes({ startsAt, endsAt, timeZone }: EventDetails): Refusal | null {
  if (!IANAZone.isValidZone(timeZone)) return unusable('timeZone', 'this is not an IANA time zone');
  if (!isPlausible(startsAt)) return unusable('startsAt', 'no event is then');
  if (endsAt <= startsAt) return unusable('endsAt', 'it must end after it starts');
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_EVENT) return unusable('endsAt', 'it lasts at most 31 days');
  return null;
}

function checkCapacity({ capacity }: EventDetails): Refusal | null {
  if (capacity === null || (Number.isInteger(capacity) && capacity >= 1 && capacity <= LARGEST_CAPACITY)) return null;
  return unusable('capacity', `a number of seats goes from 1 to ${LARGEST_CAPACITY}`);
}

const unusable = (field: keyof EventDetails, reason: string): Refusal => refuseEvent('BAD_INPUT', { reason }).at(field);
