// Coaches say when they work. Appointments that were made before stay as they are.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { hours as hoursLong, later } from '@mosaic/kernel/values/time';
import { findSchedule } from '../data/readers/read-schedules.js';
import type { Unit } from '../data/unit-of-work.js';
import { readDate, readZone, showDate } from '../domain/local-time.js';
import { refuse } from '../domain/refusals.js';
import {
  type Hours,
  MOST_RULES,
  readHours,
  refuseOverlap,
  type Schedule,
  type WeeklyRule,
} from '../domain/schedule.js';
import type { Rooms } from './rooms.js';

interface LocalHours {
  startTime: string;
  endTime: string;
}

export interface SetWeeklyRules {
  rules: readonly (LocalHours & { weekday: number })[];
  /** IANA; null for the zone as it is. */
  timeZone: string | null;
}

/** Replaces all rules; saying the same twice changes nothing. Refuses NOT_A_COACH and BAD_INPUT. */
export async function setWeeklyRules(
  { transact }: Rooms,
  viewer: Viewer,
  { rules, timeZone }: SetWeeklyRules,
): Promise<Schedule | Refusal> {
  if (rules.length > MOST_RULES) return refuse('BAD_INPUT', { reason: `at most ${MOST_RULES} rules` }).at('rules');
  const read: WeeklyRule[] = [];
  for (const { weekday, ...hours } of rules) {
    const known = readHours(hours);
    if (isRefusal(known)) return known.at('rules', ...known.path);
    read.push({ weekday, ...known });
  }
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => read.filter(({ weekday }) => weekday === day));
  const overlap = refuseOverlap(days);
  if (overlap) return overlap.at('rules');
  const zone = timeZone === null ? null : readZone(timeZone);
  if (isRefusal(zone)) return zone.at('timeZone');
  return transact(async (unit) => {
    const schedule = await ownSchedule(unit, viewer);
    if (isRefusal(schedule)) return schedule;
    const sorted = [...read].sort((a, b) => a.weekday - b.weekday || a.start - b.start);
    const changed = { ...schedule, rules: sorted, timeZone: zone ?? schedule.timeZone };
    await unit.schedules.set(changed);
    return changed;
  });
}

export interface SetScheduleOverride {
  date: string;
  /** None at all is a day off. */
  hours: readonly LocalHours[];
}

/** Gives one date hours of its own; saying the same twice changes nothing. Refuses NOT_A_COACH and BAD_INPUT. */
export async function setScheduleOverride(
  { transact }: Rooms,
  viewer: Viewer,
  input: SetScheduleOverride,
): Promise<Schedule | Refusal> {
  const day = readDate(input.date);
  if (isRefusal(day)) return day.at('date');
  const hours: Hours[] = [];
  for (const stretch of input.hours) {
    const known = readHours(stretch);
    if (isRefusal(known)) return known.at('hours', ...known.path);
    hours.push(known);
  }
  const overlap = refuseOverlap([hours]);
  if (overlap) return overlap.at('hours');
  return transact(async (unit) => {
    const schedule = await ownSchedule(unit, viewer);
    if (isRefusal(schedule)) return schedule;
    const override = { date: input.date, hours: [...hours].sort((a, b) => a.start - b.start) };
    const yesterday = showDate(Math.floor(unit.now.getTime() / hoursLong(24)) - 1);
    if (!(await unit.schedules.setOverride(viewer.id, override, yesterday)))
      return refuse('BAD_INPUT', { reason: 'a schedule has at most 366 dates of its own' }).at('date');
    return ownSchedule(unit, viewer);
  });
}

/** The date follows the rules again; removing what is not there changes nothing. Refuses NOT_A_COACH and BAD_INPUT. */
export async function removeScheduleOverride(
  { transact }: Rooms,
  viewer: Viewer,
  date: string,
): Promise<Schedule | Refusal> {
  const day = readDate(date);
  if (isRefusal(day)) return day.at('date');
  return transact(async (unit) => {
    await unit.schedules.removeOverride(viewer.id, date);
    return ownSchedule(unit, viewer);
  });
}

/** With every override from today on. */
async function ownSchedule({ em, now }: Unit, viewer: Viewer): Promise<Schedule | Refusal> {
  const known = await findSchedule(em, viewer.id, now, later(now, hoursLong(24 * 3_650)));
  return known?.isApproved ? known.schedule : refuse('NOT_A_COACH');
}
