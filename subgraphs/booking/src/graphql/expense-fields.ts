// The money of an event: fields that are loaded. Whoever holds the event or the expense got it through a reader that checked.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { stub } from '@mosaic/schema/types/stub';
import { GraphQLCurrency } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { creationKey } from '../data/readers/page-many.js';
import { planSettlement } from '../domain/balance.js';
import { Event } from '../domain/event.js';
import { Expense } from '../domain/expense.js';
import { connectOf } from './connect-of.js';
import type { BookingContext } from './context.js';
import {
  EventBalanceType,
  ExpenseConnection,
  ExpenseSettlementType,
  ExpenseShareType,
  SettlementTransferType,
} from './types/expense-types.js';

const User = stub('User');

/** Amounts of an event without a currency do not exist: the first expense sets it. */
const shown = (amountMinor: number, currency: string | null): MoneyType =>
  showMoney({ amountMinor, currency: currency ?? '' });

@Resolver(() => Event)
export class EventMoneyFields {
  @FieldResolver(() => GraphQLCurrency, {
    nullable: true,
    name: 'currency',
    description: 'What its expenses are counted in: that of the first one; null before there is one.',
  })
  countedIn(@Root() { currency }: Event): string | null {
    return currency;
  }

  @FieldResolver(() => ExpenseConnection, { description: 'What was spent, in the order in which it was written down.' })
  expenses(
    @Root() event: Event,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: BookingContext,
  ): Promise<Connection<Expense>> {
    return connectOf(context, 'expenses', event.id, args, creationKey);
  }

  @FieldResolver(() => [EventBalanceType], {
    description: 'How everybody stands who paid, shared or settled; all together sum to zero; at most 1,000.',
  })
  async balances(@Root() { id, currency }: Event, @Ctx() { load }: BookingContext): Promise<EventBalanceType[]> {
    const balances = await load.balances.load(id);
    return balances.map(({ userId, amountMinor }) => ({
      user: new User(userId),
      amount: shown(amountMinor, currency),
    }));
  }

  @FieldResolver(() => [SettlementTransferType], {
    description: 'Transfers after which everybody is even: fewer than there are people, at most 999.',
  })
  async settlementPlan(
    @Root() { id, currency }: Event,
    @Ctx() { load }: BookingContext,
  ): Promise<SettlementTransferType[]> {
    return planSettlement(await load.balances.load(id)).map(({ fromId, toId, amountMinor }) => ({
      from: new User(fromId),
      to: new User(toId),
      amount: shown(amountMinor, currency),
    }));
  }

  @FieldResolver(() => [ExpenseSettlementType], { description: 'What was settled, the earliest first; at most 1,000.' })
  async settlements(@Root() { id }: Event, @Ctx() { load }: BookingContext): Promise<ExpenseSettlementType[]> {
    return (await load.settlements.load(id)).map((one) => ({
      id: one.id,
      from: new User(one.fromId),
      to: new User(one.toId),
      amount: showMoney(one),
      recordedAt: one.recordedAt,
    }));
  }
}

@Resolver(() => Expense)
export class ExpenseFields {
  @FieldResolver(() => Event, { nullable: true, description: 'For which event.' })
  event(@Root() { eventId }: Expense, @Ctx() { load }: BookingContext): Promise<Event | null> {
    return load.event.load(eventId);
  }

  @FieldResolver(() => MoneyType, { description: 'How much; negative for a refund.' })
  amount(@Root() expense: Expense): MoneyType {
    return showMoney(expense);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who paid.' })
  paidBy(@Root() { paidById }: Expense): object {
    return new User(paidById);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who wrote it down.' })
  author(@Root() { authorId }: Expense): object {
    return new User(authorId);
  }

  @FieldResolver(() => [ExpenseShareType], { description: 'Who bears how much, all together the amount; at most 100.' })
  async shares(@Root() { id, currency }: Expense, @Ctx() { load }: BookingContext): Promise<ExpenseShareType[]> {
    const shares = await load.shares.load(id);
    return shares.map(({ userId, amountMinor }) => ({ user: new User(userId), amount: shown(amountMinor, currency) }));
  }
}
