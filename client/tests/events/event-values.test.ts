import { expect, test } from 'vitest';
import { emptyValues, moveStart, readValues, valuesOf } from '@/pages/events/event-values';

const values = {
  title: 'Picnic',
  description: '',
  place: ' ',
  startsAt: '2026-12-04T09:00',
  endsAt: '2026-12-04T16:00',
  timeZone: 'Europe/Paris',
  capacity: '12',
};

const details = {
  title: 'Picnic',
  description: '',
  place: null,
  startsAt: '2026-12-04T08:00:00.000Z',
  endsAt: '2026-12-04T15:00:00.000Z',
  timeZone: 'Europe/Paris',
  capacity: 12,
};

test('a form is read in its zone, and shown in it again', () => {
  expect(readValues(values)).toEqual(details);
  expect(valuesOf(details)).toEqual({ ...values, place: '' });
  expect(readValues({ ...values, capacity: '' })).toMatchObject({ capacity: null });
});

test.each([
  [{ startsAt: '' }, { field: 'startsAt', why: 'noTime' }],
  [{ endsAt: '2026-12-04' }, { field: 'endsAt', why: 'noTime' }],
  [{ endsAt: values.startsAt }, { field: 'endsAt', why: 'order' }],
  [{ capacity: '0' }, { field: 'capacity', why: 'noCapacity' }],
  [{ capacity: '2.5' }, { field: 'capacity', why: 'noCapacity' }],
])('%o does not fit', (changed, misfit) => {
  expect(readValues({ ...values, ...changed })).toEqual(misfit);
});

test('a new event is tomorrow evening, on the clocks of its zone', () => {
  const { startsAt, endsAt } = emptyValues(new Date('2026-11-21T23:30:00Z'), 'Europe/Paris');
  expect([startsAt, endsAt]).toEqual(['2026-11-23T19:00', '2026-11-23T22:00']);
});

test('the end moves with the beginning', () => {
  expect(moveStart(values, '2026-12-06T20:30')).toMatchObject({
    startsAt: '2026-12-06T20:30',
    endsAt: '2026-12-07T03:30',
  });
  expect(moveStart(values, '')).toMatchObject({ startsAt: '', endsAt: values.endsAt });
});
