// A person's orders and payments: for themselves and the shop, null for everybody else.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import type { Order } from '../domain/order.js';
import type { Payment } from '../domain/payment.js';
import { User } from '../domain/user.js';
import { connect } from './connect.js';
import type { CommerceContext } from './context.js';
import { OrderConnection } from './types/order-types.js';
import { PaymentConnection } from './types/payment-types.js';

@Resolver(() => User)
export class UserOrderFields {
  @FieldResolver(() => OrderConnection, {
    nullable: true,
    description: 'What the person bought, latest first. For the person and admins; null for everybody else.',
  })
  async orders(
    @Root() { id }: User,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { asker, rooms }: CommerceContext,
  ): Promise<Connection<Order> | null> {
    if (!may.seeOrdersOf(asker.viewer, id)) return null;
    const keyOf = (order: Order) => [order.placedAt.toISOString(), order.id];
    return connect(rooms.seal, asker, `orders:${id}`, args, keyOf, (page) => rooms.read.orders.ofBuyer(id, page));
  }

  @FieldResolver(() => PaymentConnection, {
    nullable: true,
    description: 'What the person paid, latest first. For the person and admins; null for everybody else.',
  })
  async payments(
    @Root() { id }: User,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { asker, rooms }: CommerceContext,
  ): Promise<Connection<Payment> | null> {
    if (!may.seeOrdersOf(asker.viewer, id)) return null;
    const keyOf = (payment: Payment) => [payment.createdAt.toISOString(), payment.id];
    return connect(rooms.seal, asker, `payments:${id}`, args, keyOf, (page) =>
      rooms.read.orders.paymentsOfBuyer(id, page),
    );
  }
}
