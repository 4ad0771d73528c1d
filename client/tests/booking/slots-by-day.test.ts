// Free times under their days, and where arrow keys lead.
import { expect, test } from 'vitest';
import { slotAfterKey, slotsByDay } from '../../src/pages/booking/slots/slots-by-day';

const slot = (startsAt: string) => ({ startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString() });
const starts = (days: ReturnType<typeof slotsByDay>) => days.map(({ slots }) => slots.map(({ startsAt }) => startsAt));

test('the same slots lie on other days in another zone', () => {
  const slots = [slot('2026-11-24T02:30:00.000Z'), slot('2026-11-24T13:00:00.000Z')];
  const days = ['2026-11-23', '2026-11-24'];
  expect(starts(slotsByDay(slots, days, 'Europe/Paris'))).toEqual([
    [],
    ['2026-11-24T02:30:00.000Z', '2026-11-24T13:00:00.000Z'],
  ]);
  expect(starts(slotsByDay(slots, days, 'America/New_York'))).toEqual([
    ['2026-11-24T02:30:00.000Z'],
    ['2026-11-24T13:00:00.000Z'],
  ]);
});

test('an hour that comes twice as the clock goes back is told apart, others are not', () => {
  const slots = ['00:30', '01:30', '02:30'].map((time) => slot(`2026-10-25T${time}:00.000Z`));
  const [day] = slotsByDay(slots, ['2026-10-25'], 'Europe/Paris');
  expect(day?.slots.map(({ minutes, isTwice }) => [minutes, isTwice])).toEqual([
    [150, true],
    [150, true],
    [210, false],
  ]);
});

test('keys lead up and down a day, and to the nearest time of the next day that has any', () => {
  const at = (day: number, time: string) => `2026-11-${day}T${time}:00.000Z`;
  const slots = [at(23, '08:00'), at(23, '09:00'), at(23, '15:00'), at(25, '10:00'), at(25, '14:00')].map(slot);
  const days = slotsByDay(slots, ['2026-11-23', '2026-11-24', '2026-11-25'], 'UTC');
  expect(slotAfterKey(days, at(23, '08:00'), 'ArrowDown')).toBe(at(23, '09:00'));
  expect(slotAfterKey(days, at(23, '08:00'), 'ArrowUp')).toBe(at(23, '08:00'));
  expect(slotAfterKey(days, at(23, '08:00'), 'End')).toBe(at(23, '15:00'));
  expect(slotAfterKey(days, at(23, '15:00'), 'Home')).toBe(at(23, '08:00'));
  expect(slotAfterKey(days, at(23, '15:00'), 'ArrowRight')).toBe(at(25, '14:00'));
  expect(slotAfterKey(days, at(25, '10:00'), 'ArrowLeft')).toBe(at(23, '09:00'));
  expect(slotAfterKey(days, at(25, '10:00'), 'ArrowRight')).toBe(at(25, '10:00'));
  expect(slotAfterKey(days, at(23, '08:00'), 'Enter')).toBeNull();
});
