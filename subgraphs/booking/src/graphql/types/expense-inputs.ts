// Inputs and payloads of everything about the money of an event.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { MoneyInput } from '@mosaic/schema/types/money';
import { GraphQLSafeInt } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Event } from '../../domain/event.js';
import { Expense, type ExpenseSplit } from '../../domain/expense.js';
import { ExpenseSplitEnum } from './expense-types.js';
import { payloadType } from './payload-type.js';

const KEY = 'Chosen by the client; the same key again answers with the first outcome.';

@InputType({ description: 'Somebody who shares an expense.' })
export class ExpenseShareInput {
  @Field(() => ID, { description: 'Somebody who takes part.' })
  userId: string;

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description:
      'Absent for EVENLY; a whole number of shares for BY_SHARES; hundredths of a percent, 10,000 in all, for BY_PERCENTAGE; minor units, the amount in all, for BY_AMOUNT.',
  })
  part?: number | null;
}

@InputType({ description: 'What somebody spent.' })
export class AddExpenseInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'What for: 1 to 120 characters on one line.' })
  title: string;

  @Field(() => MoneyInput, { description: 'Not 0; negative for a refund. All of an event are in one currency.' })
  amount: MoneyInput;

  @Field(() => ID, { description: 'Who paid: somebody who takes part.' })
  paidById: string;

  @Field(() => ExpenseSplitEnum, { description: 'How it is shared.' })
  split: ExpenseSplit;

  @Field(() => [ExpenseShareInput], {
    description: 'Who shares it, at most 100; of equal remainders the earlier bears the odd unit.',
  })
  shares: ExpenseShareInput[];

  @Field(() => DateTime, { nullable: true, description: 'When it was spent; now when absent.' })
  spentAt?: Date | null;
}

@InputType({ description: 'What to take back.' })
export class DeleteExpenseInput {
  @Field(() => ID, { description: 'The expense.' })
  expenseId: string;
}

@InputType({ description: 'Money that changed hands.' })
export class RecordSettlementInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => ID, { description: 'Who gave it.' })
  fromId: string;

  @Field(() => ID, { description: 'Who got it.' })
  toId: string;

  @Field(() => MoneyInput, { description: 'How much, more than 0.' })
  amount: MoneyInput;
}

const event = { type: () => Event, description: 'The event, as it is now.' };

export const AddExpensePayload = payloadType('AddExpense', {
  expense: { type: () => Expense, description: 'The expense.' },
});
export const DeleteExpensePayload = payloadType('DeleteExpense', { event });
export const RecordSettlementPayload = payloadType('RecordSettlement', { event });
