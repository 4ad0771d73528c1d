// Which days a board shows, and which entries stand on which of them.
import { expect, test } from 'vitest';
import { boardDays, isDay, stepFrom } from '../../src/pages/booking/planning/board-days';
import { entriesByDay } from '../../src/pages/booking/planning/entries-by-day';

test('a week begins on Monday; a month shows whole weeks', () => {
  expect(boardDays('2026-11-22', 'week')).toEqual([16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`));
  const november = boardDays('2026-11-22', 'month');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  const february = boardDays('2027-02-10', 'month');
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
});

test('steps lead a week or a month on', () => {
  expect(stepFrom('2026-12-28', 'week', 1)).toBe('2027-01-04');
  expect(stepFrom('2026-01-31', 'month', 1)).toBe('2026-02-01');
  expect(stepFrom('2026-01-31', 'month', -1)).toBe('2025-12-01');
});

test('only days that exist come from an address', () => {
  expect(isDay('2026-11-22')).toBe(true);
  expect(isDay('2026-02-30')).toBe(false);
  expect(isDay('2026-13-01')).toBe(false);
  expect(isDay('today')).toBe(false);
});

test('an entry stands on every day it touches in the zone, and not on one that begins as it ends', () => {
  const entry = (id: string, startsAt: string, endsAt: string) => ({ id, startsAt, endsAt });
  const entries = [
    entry('weekend', '2026-11-20T17:00:00.000Z', '2026-11-22T12:00:00.000Z'),
    entry('evening', '2026-11-20T21:00:00.000Z', '2026-11-20T23:00:00.000Z'),
    entry('night', '2026-11-20T23:30:00.000Z', '2026-11-21T00:30:00.000Z'),
    entry('lunch', '2026-11-20T11:00:00.000Z', '2026-11-20T12:00:00.000Z'),
  ];
  const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
  const onDays = (zone: string) => entriesByDay(entries, days, zone).map(({ entries: its }) => its.map(({ id }) => id));
  expect(onDays('Europe/Paris')).toEqual([['lunch', 'weekend', 'evening'], ['weekend', 'night'], ['weekend']]);
  expect(onDays('America/New_York')).toEqual([['lunch', 'weekend', 'evening', 'night'], ['weekend'], ['weekend']]);
});
