// What orders and their lines answer beside what they hold.

import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Purchasable } from '@mosaic/schema/types/purchasable';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Order, totalOf } from '../domain/order.js';
import { lineTotal, OrderLine } from '../domain/order-line.js';
import { OrderStep } from '../domain/order-step.js';
import { Payment } from '../domain/payment.js';
import { User } from '../domain/user.js';
import type { CommerceContext } from './context.js';
import { findItem } from './find-item.js';
import { latest } from './latest.js';

@Resolver(() => Order)
export class OrderFields {
  @FieldResolver(() => User, { nullable: true, description: 'Who bought it.' })
  buyer(@Root() { buyerId }: Order): User {
    return new User(buyerId);
  }

  @FieldResolver(() => [OrderLine], { description: 'What was bought, at most 100 lines.' })
  lines(@Root() { id }: Order, @Ctx() { load }: CommerceContext): Promise<OrderLine[]> {
    return load.orderLines.load(id);
  }

  @FieldResolver(() => MoneyType, { description: 'What it costs: the sum of its lines.' })
  total(@Root() order: Order): MoneyType {
    return showMoney(totalOf(order));
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'Its money side.' })
  payment(@Root() { id }: Order, @Ctx() { load }: CommerceContext): Promise<Payment | null> {
    return load.paymentOfOrder.load(id);
  }

  @FieldResolver(() => [OrderStep], { description: 'What it became and when, oldest first: at most 100, the latest.' })
  async timeline(@Root() { id }: Order, @Ctx() { load }: CommerceContext): Promise<OrderStep[]> {
    return latest(await load.orderSteps.load(id));
  }
}

@Resolver(() => OrderLine)
export class OrderLineFields {
  @FieldResolver(() => Purchasable, { nullable: true, description: 'What it is, as it is now.' })
  item(@Root() { itemId }: OrderLine, @Ctx() { load }: CommerceContext): Promise<object | null> {
    return findItem(itemId, load);
  }

  @FieldResolver(() => MoneyType, { description: 'What one cost.' })
  unitPrice(@Root() { unitMinor, currency }: OrderLine): MoneyType {
    return showMoney({ amountMinor: unitMinor, currency });
  }

  @FieldResolver(() => MoneyType, { description: 'What all of it cost.' })
  lineTotal(@Root() line: OrderLine): MoneyType {
    return showMoney({ amountMinor: lineTotal(line), currency: line.currency });
  }
}
