// Days and clocks of zones: across the changes of the clock, and where they happen at midnight.
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  clocksDiffer,
  dayOf,
  daysFrom,
  mondayOf,
  offsetMinutes,
  startOfDay,
  wallOf,
} from '../../src/parts/zoned-time';

describe('walls', () => {
  test('one instant is another day and time in another zone', () => {
    expect(wallOf('2026-11-24T23:30:00Z', 'Europe/Paris')).toEqual({ day: '2026-11-25', minutes: 30 });
    expect(wallOf('2026-11-24T23:30:00Z', 'America/New_York')).toEqual({ day: '2026-11-24', minutes: 18 * 60 + 30 });
    expect(wallOf('2026-11-24T00:00:00Z', 'Asia/Kathmandu')).toEqual({ day: '2026-11-24', minutes: 5 * 60 + 45 });
  });

  test('midnight is 0, not 24', () => {
    expect(wallOf('2026-06-30T22:00:00Z', 'Europe/Paris')).toEqual({ day: '2026-07-01', minutes: 0 });
  });

  test('offsets change with the clocks', () => {
    expect(offsetMinutes('2026-03-29T00:59:00Z', 'Europe/Paris')).toBe(60);
    expect(offsetMinutes('2026-03-29T01:00:00Z', 'Europe/Paris')).toBe(120);
    expect(offsetMinutes('2026-11-01T12:00:00Z', 'America/New_York')).toBe(-300);
  });
});

describe('days', () => {
  test('have 23 hours when clocks go forward and 25 when they go back', () => {
    const hours = (day: string, zone: string) =>
      (startOfDay(addDays(day, 1), zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000;
    expect(hours('2026-03-29', 'Europe/Paris')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Paris')).toBe(25);
    expect(hours('2026-03-08', 'America/New_York')).toBe(23);
    expect(hours('2026-11-01', 'America/New_York')).toBe(25);
    expect(hours('2026-11-02', 'America/New_York')).toBe(24);
  });

  test('begin at their first instant, also where there is no midnight', () => {
    expect(startOfDay('2026-11-25', 'Europe/Paris').toISOString()).toBe('2026-11-24T23:00:00.000Z');
    expect(startOfDay('2026-04-24', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
    expect(dayOf(startOfDay('2026-04-24', 'Africa/Cairo'), 'Africa/Cairo')).toBe('2026-04-24');
  });

  test('follow each other over months and years', () => {
    expect(daysFrom('2026-12-30', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-01');
  });
});

test('zones with the same clock do not differ; those that change on other days differ between', () => {
  const november = [new Date('2026-11-20T00:00:00Z')];
  expect(clocksDiffer('Europe/Paris', 'Europe/Berlin', november)).toBe(false);
  expect(clocksDiffer('Europe/Paris', 'Europe/London', november)).toBe(true);
});
