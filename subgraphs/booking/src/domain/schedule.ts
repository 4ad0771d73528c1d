// When a coach works, in the local time of a zone: rules for each weekday, and dates that are different.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { readTime } from './local-time.js';
import { refuse } from './refusals.js';

/** Local time within a day, in minutes after midnight: `start` inclusive, `end` exclusive, at most 1440. */
export interface Hours {
  readonly start: number;
  readonly end: number;
}

export interface WeeklyRule extends Hours {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** A date with hours of its own instead of the rules'; none at all is a day off. */
export interface ScheduleOverride {
  /** YYYY-MM-DD, in the schedule's zone. */
  readonly date: string;
  readonly hours: readonly Hours[];
}

export interface Schedule {
  readonly coachUserId: string;
  /** IANA. Rules are local to it and stay so: nothing of a schedule is stored in UTC. */
  readonly timeZone: string;
  readonly rules: readonly WeeklyRule[];
  /** Those of the dates that were asked for. */
  readonly overrides: readonly ScheduleOverride[];
}

export const MOST_RULES = 50;
export const MOST_HOURS_A_DAY = 10;
export const MOST_OVERRIDES = 366;

/** Hours of one day. Refuses (BAD_INPUT) what does not begin before it ends. */
export function readHours({ startTime, endTime }: { startTime: string; endTime: string }): Hours | Refusal {
  const start = readTime(startTime);
  if (isRefusal(start)) return start.at('startTime');
  const end = readTime(endTime);
  if (isRefusal(end)) return end.at('endTime');
  return start < end ? { start, end } : refuse('BAD_INPUT', { reason: 'hours begin before they end' }).at('endTime');
}

/** Null when no two of one day overlap; they may touch. */
export function refuseOverlap(days: readonly (readonly Hours[])[]): Refusal | null {
  for (const day of days) {
    if (day.length > MOST_HOURS_A_DAY)
      return refuse('BAD_INPUT', { reason: `a day has at most ${MOST_HOURS_A_DAY} stretches of hours` });
    const sorted = [...day].sort((a, b) => a.start - b.start);
    if (sorted.some((hours, at) => hours.end > (sorted[at + 1]?.start ?? hours.end)))
      return refuse('BAD_INPUT', { reason: 'hours of one day must not overlap' });
  }
  return null;
}
