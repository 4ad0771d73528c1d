// Slots across changes of clocks, as exact instants.
import { expect, test } from 'vitest';
import type { Hours, Schedule } from '../../src/domain/schedule.js';
import { slotStarts, type TimePlan } from '../../src/domain/slots.js';

const plan = (changes: Partial<TimePlan> = {}): TimePlan => ({
  minutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  startEveryMinutes: 60,
  noticeMinutes: 0,
  horizonDays: 36_500,
  ...changes,
});
const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const hours = (start: string, end: string): Hours => ({ start: at(start), end: at(end) });
const daily = (timeZone: string, ...stretches: Hours[]): Schedule => ({
  coachUserId: 'c',
  timeZone,
  rules: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => stretches.map((stretch) => ({ weekday, ...stretch }))),
  overrides: [],
});
const slots = (schedule: Schedule, from: string, to: string, by: Partial<TimePlan> = {}, now = '2000-01-01T00:00Z') =>
  slotStarts({ plan: plan(by), schedule, from: new Date(from), to: new Date(to), now: new Date(now) }).map(
    (start) => `${new Date(start).toISOString().slice(0, 16)}Z`,
  );

const paris = 'Europe/Paris';
const springDay = ['2026-03-28T23:00Z', '2026-03-29T22:00Z'] as const;
const autumnDay = ['2026-10-24T22:00Z', '2026-10-25T23:00Z'] as const;

test('09:00 in Paris is another instant after each change of clocks', () => {
  const nine = daily(paris, hours('09:00', '10:00'));
  expect(slots(nine, '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual(['2026-03-28T08:00Z', '2026-03-29T07:00Z']);
  expect(slots(nine, '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual(['2026-10-24T07:00Z', '2026-10-25T08:00Z']);
});

test('a day that is open around the clock has 23 slots of an hour in spring, 25 in autumn, else 24', () => {
  const always = daily(paris, hours('00:00', '24:00'));
  expect(slots(always, ...springDay)).toHaveLength(23);
  expect(slots(always, ...autumnDay)).toHaveLength(25);
  expect(slots(always, '2026-06-01T22:00Z', '2026-06-02T22:00Z')).toHaveLength(24);
});

test('02:30 does not exist on the day clocks go forward: no slot, and none moved to 03:30', () => {
  const night = daily(paris, hours('02:30', '04:30'));
  expect(slots(night, ...springDay, { minutes: 30, startEveryMinutes: 60 })).toEqual(['2026-03-29T01:30Z']);
  expect(slots(daily(paris, hours('02:00', '03:00')), ...springDay, { minutes: 5, startEveryMinutes: 5 })).toEqual([]);
});

test('02:30 happens twice on the day clocks go back: a slot each time', () => {
  const night = daily(paris, hours('02:30', '03:00'));
  const half = { minutes: 30, startEveryMinutes: 30 };
  expect(slots(night, ...autumnDay, half)).toEqual(['2026-10-25T00:30Z', '2026-10-25T01:30Z']);
});

test('a slot that would show a local time outside the rule is none, though both of its ends lie inside', () => {
  // From the first 02:30, an hour later it is 02:30 again; in between it was 02:00, before the rule begins.
  const rule = daily(paris, hours('02:30', '04:30'));
  expect(slots(rule, ...autumnDay)).toEqual(['2026-10-25T01:30Z', '2026-10-25T02:30Z']);
  // Where the rule begins at two, that hour is inside, and so is the slot.
  expect(slots(daily(paris, hours('02:00', '04:00')), ...autumnDay)).toEqual([
    '2026-10-25T00:00Z',
    '2026-10-25T01:00Z',
    '2026-10-25T02:00Z',
  ]);
});

test('clocks that move by half an hour, and a date that did not happen', () => {
  const always = (zone: string) => daily(zone, hours('00:00', '24:00'));
  const half = { minutes: 30, startEveryMinutes: 30 };
  // Lord Howe: +10:30 to +11:00 on 4 October 2026, and back on 5 April.
  expect(slots(always('Australia/Lord_Howe'), '2026-10-03T13:30Z', '2026-10-04T13:00Z', half)).toHaveLength(47);
  expect(slots(always('Australia/Lord_Howe'), '2026-04-04T13:00Z', '2026-04-05T13:30Z', half)).toHaveLength(49);
  // Apia went from -10 to +14 at the end of 29 December 2011: there was no 30 December.
  const noon = daily('Pacific/Apia', hours('12:00', '13:00'));
  expect(slots(noon, '2011-12-28T00:00Z', '2012-01-01T00:00Z')).toEqual([
    '2011-12-28T22:00Z',
    '2011-12-29T22:00Z',
    '2011-12-30T22:00Z',
    '2011-12-31T22:00Z',
  ]);
});

test('an override replaces the hours of its date, and none is a day off', () => {
  const nine = daily(paris, hours('09:00', '10:00'));
  const overrides = [
    { date: '2026-06-02', hours: [hours('14:00', '15:00'), hours('07:00', '08:00')] },
    { date: '2026-06-03', hours: [] },
  ];
  expect(slots({ ...nine, overrides }, '2026-06-01T00:00Z', '2026-06-05T00:00Z')).toEqual([
    '2026-06-01T07:00Z',
    '2026-06-02T05:00Z',
    '2026-06-02T12:00Z',
    '2026-06-04T07:00Z',
  ]);
});

test('notice and horizon are real time, and both ends may be booked', () => {
  const always = daily('UTC', hours('00:00', '24:00'));
  const june = ['2026-06-01T00:00Z', '2026-06-30T00:00Z'] as const;
  const found = slots(always, ...june, { noticeMinutes: 120, horizonDays: 1 }, '2026-06-02T10:00Z');
  expect([found[0], found.at(-1), found.length]).toEqual(['2026-06-02T12:00Z', '2026-06-03T10:00Z', 23]);
});

test('a slot fits whole into its hours, begins on their grid, and never crosses midnight', () => {
  const day = ['2026-06-01T00:00Z', '2026-06-02T00:00Z'] as const;
  const grid = slots(daily('UTC', hours('09:10', '11:00')), ...day, { minutes: 45, startEveryMinutes: 20 });
  expect(grid).toEqual(['2026-06-01T09:10Z', '2026-06-01T09:30Z', '2026-06-01T09:50Z', '2026-06-01T10:10Z']);
  const late = slots(daily('UTC', hours('00:00', '24:00')), ...day, { minutes: 60, startEveryMinutes: 30 });
  expect(late.at(-1)).toBe('2026-06-01T23:00Z');
});
