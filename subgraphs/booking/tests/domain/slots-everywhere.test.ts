// Hard property 2: in whatever zone and year, every slot lies inside the rule on the host's own clock, and none that does is
// missing. The clock of these tests is the runtime's own (Intl), not the one that computes slots.
import { proofSize } from '@mosaic/embedded/proof-size';
import { days, minutes } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import type { Schedule, WeeklyRule } from '../../src/domain/schedule.js';
import { slotStarts, type TimePlan } from '../../src/domain/slots.js';
import { say } from '../lab/report.js';

/** Odd clocks come first: half an hour of summer time, dates that did not happen, offsets of 45 minutes, a new base. */
const odd = [
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Fakaofo',
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Gaza',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Asia/Pyongyang',
  'Europe/Istanbul',
  'America/Caracas',
];
const known = Intl.supportedValuesOf('timeZone').filter((zone) => !odd.includes(zone));
const stride = Math.max(1, Math.floor(known.length / proofSize({ full: 1_000, quick: 14 })));
const zones = [...odd, ...known.filter((_, at) => at % stride === 0)].slice(0, proofSize({ full: 400, quick: 30 }));
/** The years in which most of the odd clocks were moved oddly. */
const years = (zone: string) => (/Apia|Fakaofo/.test(zone) ? [2010, 2011, 2012] : [2024, 2025, 2026]);

interface Clock {
  weekday: number;
  minute: number;
  date: string;
}

const clockIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (instant: number): Clock => {
    const [date = '', time = ''] = format.format(instant).split(', ');
    const [hour, minute] = time.split(':').map(Number);
    return { date, minute: Number(hour) * 60 + Number(minute), weekday: new Date(date).getUTCDay() || 7 };
  };
};

/** Rules that differ from zone to zone, on quarters of an hour, the early morning among them. */
const rulesFor = (seed: number): WeeklyRule[] =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const start = ((seed * 7 + weekday) % 12) * 15;
    const night = { weekday, start, end: start + 150 + (seed % 3) * 45 };
    return weekday % 3 === 0 ? [night, { weekday, start: 1_200 + start, end: 1_440 }] : [night];
  });

const planFor = (seed: number): TimePlan => ({
  minutes: [30, 45, 60, 90][seed % 4] ?? 60,
  startEveryMinutes: [30, 45, 60][seed % 3] ?? 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 36_500,
});
const BEGINNING = new Date(0);

test('every slot lies inside its rule on the host’s clock, from its first minute to its last', () => {
  let slots = 0;
  for (const [seed, zone] of zones.entries()) {
    const clock = clockIn(zone);
    const rules = rulesFor(seed);
    const schedule: Schedule = { coachUserId: 'c', timeZone: zone, rules, overrides: [] };
    const plan = planFor(seed);
    for (const year of years(zone)) {
      const [from, to] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))];
      const starts = slotStarts({ plan, schedule, from, to, now: BEGINNING });
      slots += starts.length;
      for (const start of starts) {
        const first = clock(start);
        const last = clock(start + minutes(plan.minutes) - 1);
        const rule = rules.find(
          ({ weekday, start: opens, end }) => weekday === first.weekday && opens <= first.minute && first.minute < end,
        );
        const isInside =
          rule !== undefined &&
          last.date === first.date &&
          last.minute >= rule.start &&
          last.minute < rule.end &&
          (first.minute - rule.start) % plan.startEveryMinutes === 0;
        if (!isInside) expect.fail(`${zone} ${new Date(start).toISOString()} ${JSON.stringify({ first, last, rule })}`);
      }
    }
  }
  expect(slots).toBeGreaterThan(zones.length * 3 * 365 * 2);
  say(`${zones.length} zones x 3 years: ${slots} slots inside their rules`);
}, 120_000);

/** Every quarter of an hour at which all of a slot's local time lies in one rule and begins on its grid. */
function bySearching(zone: string, rules: readonly WeeklyRule[], plan: TimePlan, from: number, to: number): number[] {
  const clock = clockIn(zone);
  const QUARTER = minutes(15);
  const seen = new Map<number, Clock>();
  const at = (instant: number) => {
    const found = seen.get(instant) ?? clock(instant);
    seen.set(instant, found);
    return found;
  };
  const starts: number[] = [];
  for (let start = from; start < to; start += QUARTER) {
    const first = at(start);
    const fits = rules.some(
      ({ weekday, start: opens, end }) =>
        weekday === first.weekday &&
        (first.minute - opens) % plan.startEveryMinutes === 0 &&
        Array.from({ length: plan.minutes / 15 }, (_, quarter) => at(start + quarter * QUARTER)).every(
          ({ date, minute }) => date === first.date && minute >= opens && minute < end,
        ),
    );
    if (fits) starts.push(start);
  }
  return starts;
}

test('around every change of clocks the slots are exactly those that a search by the quarter hour finds', () => {
  let changes = 0;
  for (const [seed, zone] of zones.entries()) {
    const clock = clockIn(zone);
    const offsetAt = (instant: number) => {
      const { date, minute } = clock(instant);
      return Date.parse(date) + minutes(minute) - instant;
    };
    const rules = rulesFor(seed);
    const schedule: Schedule = { coachUserId: 'c', timeZone: zone, rules, overrides: [] };
    for (const year of years(zone)) {
      const ends = Date.UTC(year + 1, 0, 2);
      for (let day = Date.UTC(year, 0, 1); day < ends; day += days(1)) {
        if (offsetAt(day) === offsetAt(day + days(1))) continue;
        changes += 1;
        const [from, to] = [day - days(1), day + days(2)];
        const plan = planFor(seed);
        const starts = slotStarts({ plan, schedule, from: new Date(from), to: new Date(to), now: BEGINNING });
        expect(starts, `${zone} ${new Date(day).toISOString()}`).toEqual(bySearching(zone, rules, plan, from, to));
      }
    }
  }
  expect(changes).toBeGreaterThan(20);
  say(`${changes} changes of clocks searched`);
}, 120_000);

test('control: rules kept in UTC are wrong half of the year, and midnight plus nine hours on two days of it', () => {
  const clock = clockIn('Europe/Paris');
  const inUtc = Array.from({ length: 12 }, (_, month) => clock(Date.UTC(2026, month, 15, 7)).minute);
  expect(inUtc.filter((minute) => minute !== 540)).toHaveLength(5);
  const nineLater = (midnight: string) => clock(Date.parse(midnight) + minutes(540)).minute;
  expect(nineLater('2026-03-28T23:00Z')).toBe(600);
  expect(nineLater('2026-10-24T22:00Z')).toBe(480);
});
