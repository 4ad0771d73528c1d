import { expect, test } from 'vitest';
import { fits, readParts } from '@/pages/events/expense-parts';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const typed = (...texts: string[]) => texts.map((text, at) => ({ userId: `u${at + 1}`, isIn: at !== 1, text }));

test('evenly: whoever is in, without parts', () => {
  const parts = readParts('EVENLY', typed('', '', ''), euros(1000));
  expect(parts).toEqual({ shares: [{ userId: 'u1' }, { userId: 'u3' }], rest: 0, unreadable: [] });
  expect(fits(parts)).toBe(true);
});

test('by shares: whole numbers; nobody with none', () => {
  const parts = readParts('BY_SHARES', typed('2', '', '0'), euros(1000));
  expect(parts).toEqual({ shares: [{ userId: 'u1', part: 2 }], rest: 0, unreadable: [] });
  expect(readParts('BY_SHARES', typed('1.5', '1'), euros(1000)).unreadable).toEqual(['u1']);
});

test('by percentage: in hundredths, one hundred in all', () => {
  const parts = readParts('BY_PERCENTAGE', typed('33,33', '33.33', '33.34'), euros(1000));
  expect(parts.shares.map(({ part }) => part)).toEqual([3333, 3333, 3334]);
  expect(fits(parts)).toBe(true);
  expect(readParts('BY_PERCENTAGE', typed('60', '30'), euros(1000))).toMatchObject({ rest: 1000 });
});

test('by amount: the whole and no more', () => {
  expect(readParts('BY_AMOUNT', typed('4,50', '5.50'), euros(1000))).toMatchObject({ rest: 0 });
  expect(readParts('BY_AMOUNT', typed('4,50'), euros(1000))).toMatchObject({ rest: 550 });
  expect(readParts('BY_AMOUNT', typed('20'), euros(1000))).toMatchObject({ rest: -1000 });
});

test('every amount has the sign of the whole', () => {
  expect(readParts('BY_AMOUNT', typed('-4', '-6'), euros(-1000))).toMatchObject({ rest: 0, unreadable: [] });
  expect(readParts('BY_AMOUNT', typed('-4', '14'), euros(1000))).toMatchObject({ unreadable: ['u1'] });
});

test('nobody, or what cannot be read, does not fit', () => {
  expect(fits(readParts('BY_SHARES', typed('', ''), euros(1000)))).toBe(false);
  expect(fits(readParts('BY_AMOUNT', typed('ten', '10'), euros(1000)))).toBe(false);
});
