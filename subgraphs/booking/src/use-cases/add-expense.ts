// Writes down what somebody spent for an event, and who shares it. Safe to retry with the same key.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { type Money, money } from '@mosaic/kernel/values/money';
import type { Unit } from '../data/unit-of-work.js';
import type { Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';
import {
  EXPENSE_TITLE,
  Expense,
  type ExpenseSplit,
  LARGEST_AMOUNT,
  MOST_EXPENSES,
  type Sharer,
  splitExpense,
} from '../domain/expense.js';
import { isPlausible } from '../domain/plausible-time.js';
import type { Rooms } from './rooms.js';
import { takeEvent } from './take-event.js';

export interface AddExpense {
  readonly eventId: string;
  readonly title: string;
  readonly amount: Money;
  readonly paidById: string;
  readonly split: ExpenseSplit;
  readonly shares: readonly Sharer[];
  readonly spentAt: Date | null;
  readonly idempotencyKey: string;
}

/**
 * For everybody who takes part. Refuses NOT_FOUND, BAD_INPUT, SPLIT_REFUSED, NOT_A_PARTICIPANT, OTHER_CURRENCY,
 * TOO_MANY_IN_EVENT, IDEMPOTENCY_KEY_REUSED.
 */
export async function addExpense(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { idempotencyKey: key, ...given }: AddExpense,
): Promise<Expense | Refusal> {
  const title = cleanText(given.title, EXPENSE_TITLE);
  if (isRefusal(title)) return title.at('title');
  const { amount, paidById, split, eventId } = given;
  if (amount.amountMinor === 0 || Math.abs(amount.amountMinor) > LARGEST_AMOUNT)
    return refuseEvent('BAD_INPUT', { reason: `not 0, and at most ${LARGEST_AMOUNT} either way` }).at('amount');
  if (given.spentAt && !isPlausible(given.spentAt))
    return refuseEvent('BAD_INPUT', { reason: 'nothing was spent then' }).at('spentAt');
  const shares = splitExpense(money(amount.amountMinor, amount.currency), split, given.shares);
  if (isRefusal(shares)) return shares;

  return transact(async (unit) => {
    const id = await unit.once({ actor: viewer.id, operation: 'addExpense', key, input: given }, async () => {
      const taken = await takeEvent(unit, viewer, eventId);
      if (isRefusal(taken)) return taken;
      const { event } = taken;
      const refusal = refuseCurrency(event, amount) ?? (await refusePeople(unit, event, given));
      if (refusal) return refusal;
      if ((await unit.expenses.count(event.id)) >= MOST_EXPENSES)
        return refuseEvent('TOO_MANY_IN_EVENT', { limit: MOST_EXPENSES });
      const expense = Object.assign(new Expense(), amount, {
        id: mintId('Expense'),
        eventId: event.id,
        title,
        paidById,
        split,
        authorId: viewer.id,
        spentAt: given.spentAt ?? unit.now,
        createdAt: unit.now,
        deletedAt: null,
      });
      await unit.expenses.add(expense, shares);
      if (event.currency === null) await unit.events.setCurrency(event, amount.currency);
      return expense.id;
    });
    if (isRefusal(id)) return id;
    return (await unit.expenses.find(id)) ?? refuseEvent('NOT_FOUND');
  });
}

const refuseCurrency = ({ currency }: Event, amount: Money): Refusal | null =>
  currency === null || currency === amount.currency
    ? null
    : refuseEvent('OTHER_CURRENCY', { currency }).at('amount', 'currency');

async function refusePeople(unit: Unit, event: Event, { paidById, shares }: Pick<AddExpense, 'paidById' | 'shares'>) {
  const known = new Set(await unit.events.participantIds(event.id));
  if (!known.has(paidById)) return refuseEvent('NOT_A_PARTICIPANT').at('paidById');
  return shares.every(({ userId }) => known.has(userId)) ? null : refuseEvent('NOT_A_PARTICIPANT').at('shares');
}
