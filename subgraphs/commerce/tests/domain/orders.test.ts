// The rules of orders, payments and the ledger by themselves.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { mintId } from '@mosaic/kernel/values/ids';
import { later, minutes } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import { draftOrder, type OfferedLine } from '../../src/domain/draft-order.js';
import { capturePosting, refundPosting } from '../../src/domain/ledger.js';
import { orderNumber } from '../../src/domain/order.js';
import { OrderLine } from '../../src/domain/order-line.js';
import { mayMove, type OrderState, orderStates } from '../../src/domain/order-states.js';
import type { PaymentState } from '../../src/domain/payment.js';
import { type PaymentFact, stateAfter } from '../../src/domain/payment-facts.js';

const states = Object.keys(orderStates) as OrderState[];

test('the table of moves, whole', () => {
  const moves = states.flatMap((from) => states.filter((to) => mayMove(from, to)).map((to) => `${from} ${to}`));
  expect(moves).toEqual([
    'PENDING_PAYMENT PAYMENT_DECLINED',
    'PENDING_PAYMENT PAID',
    'PENDING_PAYMENT EXPIRED',
    'PENDING_PAYMENT CANCELLED',
    'PAYMENT_DECLINED PENDING_PAYMENT',
    'PAYMENT_DECLINED PAID',
    'PAYMENT_DECLINED PARTIALLY_REFUNDED',
    'PAYMENT_DECLINED REFUNDED',
    'PAYMENT_DECLINED EXPIRED',
    'PAYMENT_DECLINED CANCELLED',
    'PAID CONFIRMED',
    'PAID PARTIALLY_REFUNDED',
    'PAID REFUNDED',
    'CONFIRMED PARTIALLY_REFUNDED',
    'CONFIRMED REFUNDED',
    'PARTIALLY_REFUNDED REFUNDED',
    'EXPIRED PAID',
    'EXPIRED PARTIALLY_REFUNDED',
    'EXPIRED REFUNDED',
    'CANCELLED PARTIALLY_REFUNDED',
    'CANCELLED REFUNDED',
  ]);
});

test('facts in any of 24 orders end in one state', () => {
  const fact = (type: PaymentFact['type'], amountMinor = 100): PaymentFact => ({ type, ref: type, amountMinor });
  const facts = [fact('DECLINED'), fact('CANCELLED'), fact('CAPTURED'), fact('REFUNDED', 40)];
  const orders = (rest: PaymentFact[]): PaymentFact[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first, at) => orders(rest.toSpliced(at, 1)).map((more) => [first, ...more]));
  const ends = orders(facts).map((arrived) => {
    let [state, refundedMinor]: [PaymentState, number] = ['CREATED', 0];
    for (const told of arrived) {
      if (told.type === 'REFUNDED') refundedMinor += told.amountMinor;
      state = stateAfter(state, told, { amountMinor: 100, refundedMinor });
    }
    return state;
  });
  expect(ends).toEqual(Array(24).fill('PARTIALLY_REFUNDED'));
  expect(stateAfter('PARTIALLY_REFUNDED', fact('REFUNDED', 60), { amountMinor: 100, refundedMinor: 100 })).toBe(
    'REFUNDED',
  );
  expect(stateAfter('DECLINED', fact('ACTION_REQUIRED'), { amountMinor: 100, refundedMinor: 0 })).toBe('PENDING');
});

const now = new Date('2026-11-21T09:00:00.000Z');
const offered = (unit: number, quantity: number, more: Partial<OfferedLine> = {}): OfferedLine => ({
  itemId: mintId('ProductVariant'),
  claimId: null,
  title: 'A thing',
  quantity,
  unitPrice: { amountMinor: unit, currency: 'EUR' },
  heldUntil: null,
  ...more,
});
const draft = (lines: OfferedLine[], amountMinor: number, currency = 'EUR') =>
  draftOrder(lines, { amountMinor, currency }, { buyerId: mintId('User'), now, mintId });
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'NONE');

test('a draft sums its lines in whole minor units and refuses any other expectation', () => {
  const made = draft([offered(333, 3), offered(1, 1)], 1_000);
  if (isRefusal(made)) throw new Error(made.code);
  expect(made.order).toMatchObject({ totalMinor: 1_000, currency: 'EUR', status: 'PENDING_PAYMENT', holdsStock: true });
  expect(made.order.reservedUntil).toEqual(later(now, minutes(15)));
  expect(made.payment).toMatchObject({ amountMinor: 1_000, orderId: made.order.id, status: 'CREATED' });
  expect(made.lines.map(({ place, status }) => [place, status])).toEqual([
    [0, 'UNPAID'],
    [1, 'UNPAID'],
  ]);
  expect(codeOf(draft([], 0))).toBe('CART_EMPTY');
  expect(codeOf(draft([offered(5, 1)], 4))).toBe('PRICE_CHANGED');
  expect(codeOf(draft([offered(5, 1)], 5, 'USD'))).toBe('PRICE_CHANGED');
  expect(codeOf(draft([offered(0, 1)], 0))).toBe('NOTHING_TO_PAY');
  expect(codeOf(draft([offered(5, 1), offered(5, 1, { unitPrice: { amountMinor: 5, currency: 'USD' } })], 10))).toBe(
    'CURRENCY_MISMATCH',
  );
  expect(codeOf(draft([offered(5, 1, { heldUntil: now })], 5))).toBe('CART_EMPTY');
});

test('a posting balances whatever the refund is of', () => {
  const line = (itemType: string, unitMinor: number) =>
    Object.assign(new OrderLine(), { itemId: mintId(itemType), quantity: 2, unitMinor });
  const lines = [line('ProductVariant', 100), line('Course', 50), line('ProductVariant', 1)];
  expect(capturePosting('ch', 'o', 'EUR', lines).entries).toEqual([
    { account: 'STRIPE', currency: 'EUR', amountMinor: 302 },
    { account: 'SALES:ProductVariant', currency: 'EUR', amountMinor: -202 },
    { account: 'SALES:Course', currency: 'EUR', amountMinor: -100 },
  ]);
  expect(refundPosting('re', 'o', { amountMinor: 100, currency: 'EUR' }, [line('Course', 50)]).entries).toEqual([
    { account: 'STRIPE', currency: 'EUR', amountMinor: -100 },
    { account: 'SALES:Course', currency: 'EUR', amountMinor: 100 },
  ]);
  expect(refundPosting('re', 'o', { amountMinor: 7, currency: 'EUR' }, []).entries).toEqual([
    { account: 'STRIPE', currency: 'EUR', amountMinor: -7 },
    { account: 'ALLOWANCES', currency: 'EUR', amountMinor: 7 },
  ]);
});

test('numbers are padded, and grow beyond their width', () => {
  expect([orderNumber(7), orderNumber(1_234_567)]).toEqual(['M-000007', 'M-1234567']);
});
