// Root fields that change the money of an event.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addExpense } from '../use-cases/add-expense.js';
import { deleteExpense } from '../use-cases/delete-expense.js';
import { recordSettlement } from '../use-cases/record-settlement.js';
import type { BookingContext } from './context.js';
import {
  AddExpenseInput,
  AddExpensePayload,
  DeleteExpenseInput,
  DeleteExpensePayload,
  RecordSettlementInput,
  RecordSettlementPayload,
} from './types/expense-inputs.js';

@Resolver()
export class ExpenseMutations {
  @Mutation(() => AddExpensePayload, {
    description:
      'Writes down what somebody spent, and who shares it. For everybody who takes part. Refuses NOT_FOUND, BAD_INPUT, SPLIT_REFUSED, NOT_A_PARTICIPANT, OTHER_CURRENCY, TOO_MANY_IN_EVENT, IDEMPOTENCY_KEY_REUSED.',
  })
  async addExpense(
    @Arg('input', () => AddExpenseInput, { description: 'The expense.' }) input: AddExpenseInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const { amount, shares, spentAt = null, ...rest } = input;
    const expense = {
      ...rest,
      spentAt,
      amount: { amountMinor: amount.amountMinor, currency: amount.currency },
      shares: shares.map(({ userId, part = null }) => ({ userId, part })),
    };
    return payload('expense', await addExpense(rooms, viewerOf(call), expense));
  }

  @Mutation(() => DeleteExpensePayload, {
    description:
      'Takes an expense back; again changes nothing. For its author and the organiser. Refuses NOT_FOUND, EXPENSE_NOT_YOURS.',
  })
  async deleteExpense(
    @Arg('input', () => DeleteExpenseInput, { description: 'Which.' }) { expenseId }: DeleteExpenseInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    return payload('event', await deleteExpense(rooms, viewerOf(call), expenseId));
  }

  @Mutation(() => RecordSettlementPayload, {
    description:
      'Writes down that money changed hands. For those two and the organiser. Refuses NOT_FOUND, SETTLEMENT_NOT_YOURS, BAD_INPUT, NOT_A_PARTICIPANT, OTHER_CURRENCY, TOO_MANY_IN_EVENT, IDEMPOTENCY_KEY_REUSED.',
  })
  async recordSettlement(
    @Arg('input', () => RecordSettlementInput, { description: 'The transfer.' }) input: RecordSettlementInput,
    @Ctx() { call, rooms }: BookingContext,
  ) {
    const { amount, ...rest } = input;
    const settlement = { ...rest, amount: { amountMinor: amount.amountMinor, currency: amount.currency } };
    return payload('event', await recordSettlement(rooms, viewerOf(call), settlement));
  }
}
