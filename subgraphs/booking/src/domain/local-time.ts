// Local dates and times as people write them, and the zones they are local to.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { IANAZone } from 'luxon';
import { refuse } from './refusals.js';

export const MINUTES_A_DAY = 1_440;
const DAY_MS = 86_400_000;

/** Minutes after midnight of "HH:mm", 00:00 to 24:00. */
export function readTime(text: string): number | Refusal {
  const [, hour, minute] = /^([0-2]\d):([0-5]\d)$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= MINUTES_A_DAY
    ? minutes
    : refuse('BAD_INPUT', { reason: 'a local time is written HH:mm, from 00:00 to 24:00' });
}

export const showTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** "YYYY-MM-DD" as the number of days since 1970-01-01 (RFC 3339, full-date). */
export function readDate(text: string): number | Refusal {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / DAY_MS : Number.NaN;
  return Number.isInteger(day) && showDate(day) === text
    ? day
    : refuse('BAD_INPUT', { reason: 'a date is written YYYY-MM-DD' });
}

export const showDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** ISO 8601: 1 is Monday, 7 is Sunday. The first day of 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The name of a zone of the IANA database, as it was given. */
export function readZone(text: string): string | Refusal {
  return text.length <= 64 && IANAZone.isValidZone(text)
    ? text
    : refuse('BAD_INPUT', { reason: 'a time zone is named as in the IANA database, e.g. Europe/Paris' });
}
