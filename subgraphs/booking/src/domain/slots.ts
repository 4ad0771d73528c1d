// The times that can be booked. Everything is half-open: a slot may begin the moment another ends.
//
// A slot begins on the grid of its rule in LOCAL time (09:00, 09:30...), and all of its local time lies inside the rule:
// - A local time that is skipped (clocks go forward) is no slot; it is not moved to another time.
// - A local time that happens twice (clocks go back) is a slot each time it happens, if the whole slot lies in the rule.
// - Lengths, buffers and notice are real time: a day of 25 hours that is open around the clock has 25 slots of an hour.
// - A slot never crosses midnight, where another day's hours may say something else.
import { days, minutes } from '@mosaic/kernel/values/time';
import { showDate, weekdayOf } from './local-time.js';
import type { Offering } from './offering.js';
import { piecesOf } from './offsets.js';
import type { Hours, Schedule } from './schedule.js';

/** Epoch milliseconds, half-open. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** What an appointment takes of time; an offering is such a plan. */
export type TimePlan = Pick<
  Offering,
  'minutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'startEveryMinutes' | 'noticeMinutes' | 'horizonDays'
>;

export interface SlotQuestion {
  plan: TimePlan;
  schedule: Schedule;
  /** Slots that begin in [from, to). */
  from: Date;
  to: Date;
  now: Date;
}

/** When slots begin, by the rules alone: ascending epoch milliseconds. */
export function slotStarts({ plan, schedule, from, to, now }: SlotQuestion): number[] {
  const earliest = Math.max(from.getTime(), now.getTime() + minutes(plan.noticeMinutes));
  const latest = Math.min(to.getTime() - 1, now.getTime() + days(plan.horizonDays));
  if (earliest > latest) return [];
  const length = minutes(plan.minutes);
  return openHours(schedule, earliest, latest + length)
    .flatMap((open) => startsIn(open, length, minutes(plan.startEveryMinutes)))
    .filter((start) => start >= earliest && start <= latest)
    .sort((a, b) => a - b);
}

/** What the slot keeps others away from: itself and its buffers. */
export const blockedBy = (plan: TimePlan, start: number): Stretch => ({
  from: start - minutes(plan.bufferBeforeMinutes),
  until: start + minutes(plan.minutes + plan.bufferAfterMinutes),
});

export const doOverlap = (one: Stretch, other: Stretch): boolean => one.from < other.until && other.from < one.until;

/** One stretch of hours on one date, as the real time in which the local clock shows it: in one piece, or several. */
interface OpenHours {
  /** When the hours begin, as a local clock: milliseconds as if local time were UTC. */
  readonly localStart: number;
  /** By offset, in order; those that touch are one stretch in real time. */
  readonly pieces: readonly (Stretch & { readonly offset: number })[];
}

const DAY = days(1);

/** The hours of every local date that touches [from, until). */
function openHours({ timeZone, rules, overrides }: Schedule, from: number, until: number): OpenHours[] {
  const special = new Map(overrides.map(({ date, hours }) => [date, hours]));
  const hoursOf = (day: number): readonly Hours[] =>
    special.get(showDate(day)) ?? rules.filter(({ weekday }) => weekday === weekdayOf(day));
  // A day more on either side: the date at `from` may have begun long before, on a clock that was changed since.
  const clock = piecesOf(timeZone, from - 2 * DAY, until + 2 * DAY);
  const found = new Map<string, { localStart: number; pieces: (Stretch & { offset: number })[] }>();
  for (const piece of clock) {
    const { offset } = piece;
    for (let day = Math.floor((piece.from + offset) / DAY); day * DAY < piece.until + offset; day += 1)
      for (const { start, end } of hoursOf(day)) {
        const [localStart, localEnd] = [day * DAY + minutes(start), day * DAY + minutes(end)];
        const stretch = {
          from: Math.max(piece.from, localStart - offset),
          until: Math.min(piece.until, localEnd - offset),
          offset,
        };
        if (stretch.from >= stretch.until) continue;
        const known = found.get(`${localStart}`) ?? { localStart, pieces: [] };
        known.pieces.push(stretch);
        found.set(`${localStart}`, known);
      }
  }
  return [...found.values()];
}

function startsIn({ localStart, pieces }: OpenHours, length: number, step: number): number[] {
  /** The end of the real time that goes on without a break from inside `at`th piece. */
  const endFrom = (at: number): number => {
    const [piece, next] = [pieces[at], pieces[at + 1]];
    return piece && next?.from === piece.until ? endFrom(at + 1) : (piece?.until ?? 0);
  };
  return pieces.flatMap(({ from, until, offset }, at) => {
    const first = localStart + Math.ceil((from + offset - localStart) / step) * step - offset;
    const end = endFrom(at);
    const starts: number[] = [];
    for (let start = first; start < until && start + length <= end; start += step) starts.push(start);
    return starts;
  });
}
