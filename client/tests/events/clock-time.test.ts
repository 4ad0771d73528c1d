import { expect, test } from 'vitest';
import { clockAt, instantOf } from '@/pages/events/clock-time';

test.each([
  ['2026-12-04T09:00', 'Europe/Paris', '2026-12-04T08:00:00.000Z'],
  ['2026-07-14T09:00', 'Europe/Paris', '2026-07-14T07:00:00.000Z'],
  ['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
  ['2026-01-01T00:00', 'America/New_York', '2026-01-01T05:00:00.000Z'],
  ['2026-01-01T00:15', 'Asia/Kathmandu', '2025-12-31T18:30:00.000Z'],
])('a clock that shows %s in %s', (clock, zone, instant) => {
  expect(instantOf(clock, zone)?.toISOString()).toBe(instant);
  expect(clockAt(new Date(instant), zone)).toBe(clock);
});

test('of an hour that comes twice it is the first', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Paris')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('what clocks leap over is as long after the leap', () => {
  const instant = instantOf('2026-03-29T02:30', 'Europe/Paris');
  expect(instant?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(clockAt(instant ?? new Date(0), 'Europe/Paris')).toBe('2026-03-29T03:30');
});

test.each(['', '2026-12-04', '2026-13-04T09:00', 'tomorrow'])('%s is no time of a clock', (text) => {
  expect(instantOf(text, 'Europe/Paris')).toBeNull();
});
