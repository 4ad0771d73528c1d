// Expenses: shares sum to the whole, balances to zero, and the plan makes everybody even with few transfers.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { money } from '@mosaic/kernel/values/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planSettlement, postExpense, postTransfer, sumBalances } from '../../src/domain/balance.js';
import { type ExpenseShare, type ExpenseSplit, type Sharer, splitExpense } from '../../src/domain/expense.js';

const people = (...parts: (number | null)[]): Sharer[] => parts.map((part, at) => ({ userId: `p${at}`, part }));
const evenly = (n: number) => people(...Array.from({ length: n }, () => null));

function sharesOf(amountMinor: number, split: ExpenseSplit, sharers: readonly Sharer[]): ExpenseShare[] {
  const shares = splitExpense(money(amountMinor, 'EUR'), split, sharers);
  if (isRefusal(shares)) throw new Error(shares.message);
  return shares;
}

const amountsOf = (shares: readonly { amountMinor: number }[]) => shares.map(({ amountMinor }) => amountMinor);
const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

test.each<[number, ExpenseSplit, Sharer[], number[]]>([
  [10_000, 'EVENLY', evenly(3), [3_334, 3_333, 3_333]],
  [-10_000, 'EVENLY', evenly(3), [-3_334, -3_333, -3_333]],
  [1, 'EVENLY', evenly(3), [1, 0, 0]],
  [-1, 'EVENLY', evenly(2), [-1, 0]],
  [1_000, 'BY_SHARES', people(1, 2, 0), [333, 667, 0]],
  [999, 'BY_PERCENTAGE', people(5_000, 2_500, 2_500), [499, 250, 250]],
  [1_000, 'BY_AMOUNT', people(0, 999, 1), [0, 999, 1]],
  [-1_000, 'BY_AMOUNT', people(-1_000, 0), [-1_000, 0]],
])('%i split %s', (amount, split, sharers, expected) => {
  expect(amountsOf(sharesOf(amount, split, sharers))).toEqual(expected);
});

test.each<[string, ExpenseSplit, Sharer[]]>([
  ['somebody must share it', 'EVENLY', []],
  ['at most 100 people share it', 'EVENLY', evenly(101)],
  ['somebody is named twice', 'EVENLY', [...evenly(1), ...evenly(1)]],
  ['split evenly, nobody has a part of their own', 'EVENLY', people(null, 2)],
  ['everybody needs a whole part', 'BY_SHARES', people(1, null)],
  ['everybody needs a whole part', 'BY_AMOUNT', people(0.5, 99.5)],
  ['no part is negative', 'BY_SHARES', people(2, -1)],
  ['somebody must have a share', 'BY_SHARES', people(0, 0)],
  ['nobody has more than 10000 shares', 'BY_SHARES', people(10_001, 1)],
  ['the percentages do not sum to 100', 'BY_PERCENTAGE', people(5_000, 4_999)],
  ['the parts do not sum to the whole', 'BY_AMOUNT', people(50, 49)],
  ['every part has the sign of the whole', 'BY_AMOUNT', people(150, -50)],
])('refuses: %s', (reason, split, sharers) => {
  expect(splitExpense(money(100, 'EUR'), split, sharers)).toMatchObject({
    code: 'SPLIT_REFUSED',
    parameters: { reason },
    path: ['shares'],
  });
});

/** Any expense that can be split: each way with parts that fit it, either sign. */
const expenses = fc
  .record({
    amount: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
    split: fc.constantFrom<ExpenseSplit>('EVENLY', 'BY_SHARES', 'BY_PERCENTAGE', 'BY_AMOUNT'),
    weights: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
    payer: fc.nat({ max: 11 }),
  })
  .filter(({ weights }) => sumOf(weights) > 0)
  .map(({ amount, split, weights, payer }) => ({ amount, split, payer, sharers: sharersFor(amount, split, weights) }));

function sharersFor(amount: number, split: ExpenseSplit, weights: readonly number[]): Sharer[] {
  if (split === 'EVENLY') return evenly(weights.length);
  if (split === 'BY_SHARES') return people(...weights);
  return people(...cut(split === 'BY_PERCENTAGE' ? 10_000 : amount, weights));
}

/** The whole in parts about as large as the weights say, the rest in the last one; not the way the code does it. */
function cut(whole: number, weights: readonly number[]): number[] {
  const total = sumOf(weights);
  const parts = weights.map((weight) => Math.trunc((whole / total) * weight * 0.999) || 0);
  const last = parts.length - 1;
  return parts.map((part, at) => (at === last ? whole - sumOf(parts.slice(0, last)) : part));
}

const runs = { numRuns: 10_000 };

test('shares sum to the whole in every way of splitting, and nobody is a unit or more off', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(expenses, ({ amount, split, sharers }) => {
      const shares = amountsOf(sharesOf(amount, split, sharers));
      expect(sumOf(shares)).toBe(amount);
      seen.add(`${split} ${Math.sign(amount)}`);
      if (split === 'BY_AMOUNT') return;
      const weights = sharers.map(({ part }) => BigInt(part ?? 1));
      const whole = weights.reduce((sum, weight) => sum + weight, 0n);
      shares.forEach((part, at) => {
        const off = BigInt(part) * whole - BigInt(amount) * (weights[at] ?? 0n);
        expect(off < whole && off > -whole).toBe(true);
      });
    }),
    runs,
  );
  // Not one way of splitting and not one sign was left out.
  expect([...seen].filter((name) => !name.endsWith(' 0'))).toHaveLength(8);
});

test('balances sum to zero; the plan has at most n - 1 transfers and makes everybody even', () => {
  fc.assert(
    fc.property(fc.array(expenses, { maxLength: 8 }), (list) => {
      const balances = sumBalances(
        list.flatMap(({ amount, split, sharers, payer }) =>
          postExpense(`p${payer}`, amount, sharesOf(amount, split, sharers)),
        ),
      );
      expect(sumOf(amountsOf(balances))).toBe(0);
      const plan = planSettlement(balances);
      const uneven = balances.filter(({ amountMinor }) => amountMinor !== 0).length;
      expect(plan.length).toBeLessThanOrEqual(Math.max(0, uneven - 1));
      expect(plan.every(({ amountMinor, fromId, toId }) => amountMinor > 0 && fromId !== toId)).toBe(true);
      const after = sumBalances([...balances, ...plan.flatMap(postTransfer)]);
      expect(after.every(({ amountMinor }) => amountMinor === 0)).toBe(true);
    }),
    runs,
  );
});

test('the one who owes the most pays the one who is owed the most', () => {
  const balances = Object.entries({ ada: 700, ben: -500, cam: -300, dan: 100 });
  expect(planSettlement(balances.map(([userId, amountMinor]) => ({ userId, amountMinor })))).toEqual([
    { fromId: 'ben', toId: 'ada', amountMinor: 500 },
    { fromId: 'cam', toId: 'ada', amountMinor: 200 },
    { fromId: 'cam', toId: 'dan', amountMinor: 100 },
  ]);
  expect(() => planSettlement([{ userId: 'ada', amountMinor: 1 }])).toThrow(RangeError);
});

test('negative control: rounding each share loses what largest remainders keep', () => {
  const rounded = [1, 1, 1].map((weight) => Math.round((10_000 * weight) / 3));
  expect(sumOf(rounded)).toBe(9_999);
});
