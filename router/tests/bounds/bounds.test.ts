// The small parts that keep strangers within bounds.
import { expect, it, vi } from 'vitest';
import { nestingOf, parseJson } from '../../src/bounds/parse-json.js';
import { Recent } from '../../src/bounds/recent.js';
import { closings, reasonWith } from '../../src/subscriptions/close-codes.js';
import { EventQueue } from '../../src/subscriptions/event-queue.js';
import { cursorOf } from '../../src/subscriptions/find-cursor.js';
import { Seats } from '../../src/subscriptions/seats.js';

it('remembers the most recently used, by number and by weight', () => {
  const recent = new Recent<string, number>(2, 10);
  recent.set('a', 1, 4);
  recent.set('b', 2, 4);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3, 4);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  recent.set('d', 4, 9);
  expect([recent.get('a'), recent.get('c'), recent.get('d'), recent.size]).toEqual([undefined, undefined, 4, 1]);
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

it('delivers events in order, then what ended the source', async () => {
  const queue = new EventQueue<number>(() => {});
  queue.push(1);
  queue.push(2);
  queue.finish();
  expect([await queue.take(), await queue.take(), await queue.take()]).toEqual([1, 2, null]);
  const failed = new EventQueue<number>(() => {});
  const waiting = failed.take();
  failed.end(new Error('cut'));
  await expect(waiting).rejects.toThrow('cut');
  expect(await failed.take()).toBe(null);
});

it.each([
  ['256 events, however small', 257, ''],
  ['1 MiB', 20, 'x'.repeat(64 * 1024)],
])('gives a client up that has not taken an event for a while, at %s', async (_, most, body) => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let overflows = 0;
  const queue = new EventQueue<string>(() => {
    overflows += 1;
  });
  queue.push('first');
  await queue.take();
  queue.offered();
  for (let at = 0; at < 100; at += 1) queue.push(body); // it may still be on its way
  expect(overflows).toBe(0);
  for (let at = 0; at < 100; at += 1) await queue.take();
  queue.offered();
  vi.advanceTimersByTime(251);
  for (let at = 0; at < most - 1 && overflows === 0; at += 1) queue.push(body);
  if (body === '') expect(overflows).toBe(0);
  queue.push(body);
  expect(overflows).toBe(1);
  vi.useRealTimers();
});

it('lets a backlog wait while we are behind, but not without bound', async () => {
  let overflows = 0;
  const queue = new EventQueue<number>(() => {
    overflows += 1;
  });
  for (let at = 0; at < 8_192; at += 1) queue.push(at);
  expect(overflows).toBe(0);
  queue.push(8_192);
  queue.push(8_193);
  expect(overflows).toBe(1);
  expect(await queue.take()).toBe(null);
});
