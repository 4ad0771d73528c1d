// Numbers, money and times as people of both languages write them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatsFor } from '../../src/words/formats';

const [en, fr] = [formatsFor('en'), formatsFor('fr')];
/** Intl writes spaces that do not break, of two widths. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test('money is counted in minor units of its currency', () => {
  expect(en.money({ amountMinor: 123_050, currency: 'EUR' })).toBe('€1,230.50');
  expect(plain(fr.money({ amountMinor: 123_050, currency: 'EUR' }))).toBe('1 230,50 €');
  expect(en.money({ amountMinor: 1230, currency: 'JPY' })).toBe('¥1,230');
  expect(en.money({ amountMinor: -5, currency: 'EUR' })).toBe('-€0.05');
});

test('numbers and shares', () => {
  expect(en.number(1234.567)).toBe('1,234.57');
  expect(plain(fr.number(1234.567))).toBe('1 234,57');
  expect(en.percent(0.25)).toBe('25%');
  expect(plain(fr.percent(0.25))).toBe('25 %');
});

test('sizes of files take the unit that fits', () => {
  expect(en.bytes(0)).toBe('0 byte');
  expect(en.bytes(999)).toBe('999 byte');
  expect(en.bytes(1500)).toBe('1.5 kB');
  expect(en.bytes(2_000_000)).toBe('2 MB');
  expect(plain(fr.bytes(2_000_000))).toBe('2 Mo');
  expect(en.bytes(7e13)).toBe('70,000 GB');
});

test('a moment is written in the zone that is asked for', () => {
  const instant = '2026-03-10T23:30:00Z';
  expect(fr.time(instant, 'Europe/Paris')).toBe('00:30');
  expect(fr.day(instant, 'Europe/Paris')).toBe('mercredi 11 mars');
  expect(en.time(instant, 'UTC')).toBe('11:30 PM');
  expect(en.date(instant, 'UTC')).toBe('Mar 10, 2026');
});

test('how long ago, in the largest unit that fits', () => {
  expect(en.relative('2026-03-10T11:59:30Z')).toBe('now');
  expect(fr.relative('2026-03-10T11:59:30Z')).toBe('maintenant');
  expect(en.relative('2026-03-10T11:57:00Z')).toBe('3 minutes ago');
  expect(fr.relative('2026-03-09T12:00:00Z')).toBe('hier');
  expect(en.relative('2026-03-12T12:00:00Z')).toBe('in 2 days');
  expect(en.relative('2025-01-01T12:00:00Z')).toBe('last year');
});

test('several things in one sentence', () => {
  expect(en.list(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c');
});
