// Hours in a form: to the graph and back, and what is wrong with them.
import { expect, test } from 'vitest';
import { nextStretch, problemOf, type Stretch, toRules, toWeek } from '../../src/pages/booking/schedule/stretches';

const stretch = (startTime: string, endTime: string): Stretch => ({ key: startTime, startTime, endTime });

test('the rules of a week come back as they were, midnight at their end included', () => {
  const rules = [
    { weekday: 'MONDAY' as const, startTime: '09:00', endTime: '12:00' },
    { weekday: 'MONDAY' as const, startTime: '14:00', endTime: '18:00' },
    { weekday: 'SUNDAY' as const, startTime: '20:00', endTime: '24:00' },
  ];
  const week = toWeek(rules);
  expect(week.SUNDAY.map(({ endTime }) => endTime)).toEqual(['00:00']);
  expect(week.TUESDAY).toEqual([]);
  expect(toRules(week)).toEqual(rules);
});

test('hours in their order that only touch are fine', () => {
  expect(problemOf([])).toBeNull();
  expect(problemOf([stretch('14:00', '18:00'), stretch('09:00', '14:00'), stretch('20:00', '00:00')])).toBeNull();
});

test('hours that end before they begin, overlap or are not filled in are said', () => {
  expect(problemOf([stretch('12:00', '09:00')])).toBe('ORDER');
  expect(problemOf([stretch('09:00', '09:00')])).toBe('ORDER');
  expect(problemOf([stretch('09:00', '12:00'), stretch('11:59', '13:00')])).toBe('OVERLAP');
  expect(problemOf([stretch('09:00', '')])).toBe('EMPTY');
});

test('a further stretch begins an hour after the last one, where the day has room', () => {
  expect(nextStretch([])).toMatchObject({ startTime: '09:00', endTime: '12:00' });
  expect(nextStretch([stretch('09:00', '12:30')])).toMatchObject({ startTime: '13:00', endTime: '16:00' });
  expect(nextStretch([stretch('18:00', '21:00')])).toMatchObject({ startTime: '22:00', endTime: '23:00' });
  expect(nextStretch([stretch('18:00', '00:00')])).toMatchObject({ startTime: '09:00', endTime: '12:00' });
});
