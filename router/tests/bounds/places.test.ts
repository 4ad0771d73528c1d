// So many at a time, so many in line.
import { beforeEach, expect, it } from 'vitest';
import { Places } from '../../src/bounds/places.js';

let places: Places;
let begun: string[];
const start = (name: string) => () => void begun.push(name);
beforeEach(() => {
  places = new Places(2, 2);
  begun = [];
});

it('lets two begin, two wait in line, and says no to the fifth', () => {
  const taken = ['a', 'b', 'c', 'd', 'e'].map((name) => places.take(start(name)));
  expect([taken, begun, places.waiting]).toEqual([[true, true, true, true, false], ['a', 'b'], 2]);
  places.release();
  places.release();
  expect([begun, places.waiting]).toEqual([['a', 'b', 'c', 'd'], 0]);
});

it('forgets who leaves the line, and gives a place back for the next', () => {
  places.take(start('a'));
  places.take(start('b'));
  const [c, d] = [start('c'), start('d')];
  places.take(c);
  places.take(d);
  expect([places.leave(c), places.leave(c)]).toEqual([true, false]);
  places.release();
  expect([begun, places.leave(d)]).toEqual([['a', 'b', 'd'], false]);
  places.release();
  places.release();
  expect([places.take(start('e')), places.take(start('f')), places.take(start('g'))]).toEqual([true, true, true]);
  expect([begun, places.waiting]).toEqual([['a', 'b', 'd', 'e', 'f'], 1]);
});

it('serves a long line of those who are over at once, one after another', () => {
  const long = new Places(1, 100_000);
  let served = 0;
  long.take(() => {});
  for (let at = 0; at < 100_000; at += 1) {
    long.take(() => {
      served += 1;
      long.release();
    });
  }
  long.release();
  expect([served, long.waiting, long.take(() => {})]).toEqual([100_000, 0, true]);
});
