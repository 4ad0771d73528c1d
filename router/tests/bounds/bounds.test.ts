// The small parts that keep strangers within bounds.
import { expect, it, vi } from 'vitest';
import { nestingOf, parseJson } from '../../src/bounds/parse-json.js';
import { Recent } from '../../src/bounds/recent.js';
import { Seldom } from '../../src/bounds/seldom.js';
import { Backlog } from '../../src/subscriptions/backlog.js';
import { closings, reasonWith } from '../../src/subscriptions/close-codes.js';
import { cursorOf } from '../../src/subscriptions/find-cursor.js';
import { Seats } from '../../src/subscriptions/seats.js';

it('remembers what was used recently, by number', () => {
  const recent = new Recent<string, number>(4);
  for (const [at, key] of ['a', 'b', 'c'].entries()) recent.set(key, at);
  expect(recent.get('a')).toBe(0);
  recent.set('d', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('d'), recent.size]).toEqual([0, undefined, 3, 3]);
  for (let at = 0; at < 100; at += 1) {
    recent.set(`${at}`, at);
    expect(recent.get('a')).toBe(0);
    expect(recent.size).toBeLessThanOrEqual(4);
  }
  expect([recent.get('99'), recent.get('98'), recent.get('90')]).toEqual([99, 98, undefined]);
});

it('remembers what was used recently, by weight, and nothing that is too heavy', () => {
  const recent = new Recent<string, number>(100, 10);
  recent.set('a', 1, 5);
  recent.set('b', 2, 4);
  expect([recent.get('a'), recent.get('b')]).toEqual([1, 2]);
  recent.set('c', 3, 3);
  expect(recent.values()).toEqual([2, 3]);
  recent.set('b', 4, 6);
  expect([recent.get('b'), recent.values()]).toEqual([undefined, [3]]);
  recent.set('c', 5, 1);
  recent.set('d', 6, 4);
  expect(recent.values()).toEqual([5, 6]);
});

it.each([
  ['1', 0],
  ['[]', 1],
  ['{"a":[{}]}', 3],
  ['"[[[["', 0],
  ['["\\"[["]', 1],
])('counts the nesting of %s', (text, depth) => {
  expect(nestingOf(Buffer.from(text), 100)).toBe(depth);
});

it('parses JSON without its traps', () => {
  expect(() => parseJson(Buffer.from('[[[]]]'), 2)).toThrow(RangeError);
  const value = parseJson(Buffer.from('{"__proto__":{"x":1},"\\u005F_proto__":1,"say":"__proto__"}'), 5);
  expect(Object.getOwnPropertyNames(value)).toEqual(['say']);
  expect(value).toEqual({ say: '__proto__' });
});

it('gives each holder so many seats, and takes one back once', () => {
  const seats = new Seats(2);
  const [first, second] = [seats.take('a'), seats.take('a')];
  expect(seats.take('a')).toBe(null);
  expect(seats.take('b')).not.toBe(null);
  first?.();
  first?.();
  expect(seats.take('a')).not.toBe(null);
  expect(seats.take('a')).toBe(null);
  second?.();
});

it('puts a cursor into a close reason when it fits into 123 bytes', () => {
  expect(reasonWith('SLOW_CONSUMER', 'abc')).toBe('SLOW_CONSUMER after=abc');
  expect(reasonWith('SLOW_CONSUMER', 'x'.repeat(103))).toBe(`SLOW_CONSUMER after=${'x'.repeat(103)}`);
  expect(reasonWith('SLOW_CONSUMER', 'x'.repeat(104))).toBe('SLOW_CONSUMER');
  expect(reasonWith('SLOW_CONSUMER', null)).toBe('SLOW_CONSUMER');
  for (const [, reason] of Object.values(closings)) expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
});

it.each([
  [{ data: { messageAdded: { eventId: 'e1' } } }, 'e1'],
  [{ data: { renamed: { eventId: 7 } } }, null],
  [{ data: { added: null } }, null],
  [{ data: null }, null],
  [{}, null],
])('finds the cursor of %j', (result, cursor) => {
  expect(cursorOf(result)).toBe(cursor);
});

const event = (body: string | number) => ({ data: { added: { body } } });

it('hands events out in their order', () => {
  const backlog = new Backlog();
  expect([backlog.push(event(1)), backlog.push(event(2))]).toEqual([true, true]);
  expect([backlog.take(), backlog.take(), backlog.take()]).toEqual([event(1), event(2), undefined]);
  backlog.push(event(3));
  backlog.clear();
  expect([backlog.isEmpty, backlog.take()]).toEqual([true, undefined]);
});

it.each([
  ['256 events, however small', 256, ''],
  ['1 MiB', 15, 'x'.repeat(64 * 1024)],
])('gives a client up that has not taken an event for a while, at %s', (_, most, body) => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const backlog = new Backlog();
  void backlog.waitFor(new Promise(() => {}));
  for (let at = 0; at < 100; at += 1) expect(backlog.push(event(body))).toBe(true); // it may still be on its way
  for (let at = 0; at < 100; at += 1) backlog.take();
  vi.advanceTimersByTime(251);
  for (let at = 0; at < most; at += 1) expect(backlog.push(event(body))).toBe(true);
  expect(backlog.push(event(body))).toBe(false);
  vi.useRealTimers();
});

it('lets a backlog wait while we are behind, but not without bound', () => {
  const backlog = new Backlog();
  for (let at = 0; at < 8_192; at += 1) expect(backlog.push(event(at))).toBe(true);
  expect(backlog.push(event(8_192))).toBe(false);
});

it('says a thing once in a while', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const seldom = new Seldom(1_000);
  expect([seldom.isDue(), seldom.isDue()]).toEqual([true, false]);
  vi.advanceTimersByTime(999);
  expect(seldom.isDue()).toBe(false);
  vi.advanceTimersByTime(1);
  expect([seldom.isDue(), seldom.isDue()]).toEqual([true, false]);
  vi.useRealTimers();
});
