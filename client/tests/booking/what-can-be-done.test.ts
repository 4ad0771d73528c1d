// Which acts are offered, to whom and when.
import { expect, test } from 'vitest';
import { type Facts, whatCanBeDone } from '../../src/pages/booking/what-can-be-done';

const startsAt = '2026-11-24T10:00:00.000Z';
const before = Date.parse(startsAt) - 1;
const after = Date.parse(startsAt);
const client = { id: 'person-1', coach: null };
const coach = { id: 'person-2', coach: { id: 'coach-2' } };
const one = (status: Facts['status']): Facts => ({
  status,
  startsAt,
  endsAt: '2026-11-24T11:00:00.000Z',
  coach: { id: 'coach-2' },
  client: { id: 'person-1' },
});

test('a coach answers a request; both may move it or call it off, until it begins', () => {
  expect(whatCanBeDone(one('REQUESTED'), coach, before)).toEqual(['answer', 'reschedule', 'cancel']);
  expect(whatCanBeDone(one('REQUESTED'), client, before)).toEqual(['reschedule', 'cancel']);
  expect(whatCanBeDone(one('REQUESTED'), coach, after)).toEqual([]);
});

test('what is held is paid by the client', () => {
  expect(whatCanBeDone(one('HELD'), client, before)).toEqual(['pay', 'cancel']);
  expect(whatCanBeDone(one('HELD'), coach, before)).toEqual([]);
});

test('once it has begun, the coach says how it went', () => {
  expect(whatCanBeDone(one('CONFIRMED'), coach, before)).toEqual(['reschedule', 'cancel']);
  expect(whatCanBeDone(one('CONFIRMED'), coach, after)).toEqual(['complete']);
  expect(whatCanBeDone(one('CONFIRMED'), client, after)).toEqual([]);
});

test('what is over stays as it is', () => {
  for (const status of ['DECLINED', 'CANCELLED', 'RELEASED', 'COMPLETED', 'NO_SHOW'] as const) {
    expect(whatCanBeDone(one(status), coach, before)).toEqual([]);
  }
});

test('a coach whom another coach booked is a client there', () => {
  const other = { id: 'person-3', coach: { id: 'coach-3' } };
  expect(whatCanBeDone(one('REQUESTED'), other, before)).toEqual(['reschedule', 'cancel']);
});
