// Days and clocks of time zones, by Intl alone. A day is "YYYY-MM-DD" on the calendar of a zone; a Date is only ever an
// instant. Days of 23 and 25 hours, and days that begin at one o'clock, come out right.

export type Day = string;
type Instant = string | Date;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, and there is one per zone. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const two = '2-digit';
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  clocks.set(zone, clock);
  return clock;
}

export interface Wall {
  readonly day: Day;
  /** Since midnight, as the clock shows it. */
  readonly minutes: number;
}

/** What the calendar and the clock on the wall show in a zone at an instant. */
export function wallOf(instant: Instant, zone: string): Wall {
  const parts = clockOf(zone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

export const dayOf = (instant: Instant, zone: string): Day => wallOf(instant, zone).day;

/** How far the clock of a zone is ahead of UTC at an instant. */
export function offsetMinutes(instant: Instant, zone: string): number {
  const { day, minutes } = wallOf(instant, zone);
  const shown = Date.parse(day) + minutes * 60_000;
  return Math.round((shown - new Date(instant).getTime()) / 60_000);
}

/** The first instant of a day: where clocks go forward at midnight, that is one o'clock. */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = Date.parse(day);
  const candidates = [midnight - DAY_MS, midnight + DAY_MS]
    .map((near) => new Date(midnight - offsetMinutes(new Date(near), zone) * 60_000))
    .sort((a, b) => a.getTime() - b.getTime());
  return candidates.find((one) => dayOf(one, zone) === day) ?? new Date(midnight);
}

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

export const daysFrom = (day: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, at) => addDays(day, at));

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

export function addMonths(day: Day, count: number): Day {
  const date = new Date(firstOfMonth(day));
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** Noon in UTC of a day: what to give to Intl, with timeZone UTC, to write the day. */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** Whether two zones show different times anywhere in a stretch. */
export const clocksDiffer = (one: string, other: string, instants: readonly Date[]): boolean =>
  instants.some((instant) => offsetMinutes(instant, one) !== offsetMinutes(instant, other));

/** "Europe/Paris" as people read it. */
export const zoneName = (zone: string): string => zone.replace(/^.*\//, '').replaceAll('_', ' ');
