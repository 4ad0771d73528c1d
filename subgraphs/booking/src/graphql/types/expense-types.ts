// The money of an event, as the graph shows it.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { MoneyType } from '@mosaic/schema/types/money';
import { stub } from '@mosaic/schema/types/stub';
import { Field, ID, ObjectType } from 'type-graphql';
import { Expense, expenseSplits } from '../../domain/expense.js';

const User = stub('User');

export const ExpenseSplitEnum = enumOf('ExpenseSplit', 'How an expense is shared.', expenseSplits);

describeType(Expense, 'Expense', {
  implements: [Node],
  directives: ['@key(fields: "id")'],
  description: entities.Expense.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    title: [() => String, 'What for: 1 to 120 characters on one line.'],
    split: [() => ExpenseSplitEnum, 'How it is shared.'],
    spentAt: [() => DateTime, 'When it was spent.'],
    createdAt: [() => DateTime, 'When it was written down.'],
  },
});

@ObjectType('ExpenseShare', { description: 'What somebody bears of an expense.' })
export class ExpenseShareType {
  @Field(() => User, { nullable: true, description: 'Who.' })
  user: object;

  @Field(() => MoneyType, { description: 'How much; negative of a refund.' })
  amount: MoneyType;
}

@ObjectType('EventBalance', { description: 'How somebody stands after all that was spent and settled.' })
export class EventBalanceType {
  @Field(() => User, { nullable: true, description: 'Who.' })
  user: object;

  @Field(() => MoneyType, { description: 'Positive: is owed. Negative: owes.' })
  amount: MoneyType;
}

@ObjectType('SettlementTransfer', { description: 'Money that one person would give another, to be more even.' })
export class SettlementTransferType {
  @Field(() => User, { nullable: true, description: 'Who gives.' })
  from: object;

  @Field(() => User, { nullable: true, description: 'Who gets.' })
  to: object;

  @Field(() => MoneyType, { description: 'How much.' })
  amount: MoneyType;
}

@ObjectType('ExpenseSettlement', { description: 'Money that changed hands, as somebody recorded it.' })
export class ExpenseSettlementType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => User, { nullable: true, description: 'Who gave.' })
  from: object;

  @Field(() => User, { nullable: true, description: 'Who got.' })
  to: object;

  @Field(() => MoneyType, { description: 'How much.' })
  amount: MoneyType;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt: Date;
}

export const ExpenseConnection = connectionType('Expense', Expense);
