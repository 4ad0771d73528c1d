// Root fields that read orders, payments and the ledger.
import type { Connection } from '@mosaic/kernel/paging/page';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { may } from '../access.js';
import { LedgerBalance } from '../domain/ledger-balance.js';
import { Order } from '../domain/order.js';
import type { OrderState } from '../domain/order-states.js';
import { Payment } from '../domain/payment.js';
import { connect } from './connect.js';
import type { CommerceContext } from './context.js';
import { OrderConnection, OrderStatusEnum } from './types/order-types.js';

@ArgsType()
class AdminOrdersArgs extends ConnectionArgs {
  @Field(() => OrderStatusEnum, { nullable: true, description: 'Only orders that stand there.' })
  status?: OrderState | null;
}

@Resolver()
export class OrderQueries {
  @Query(() => Order, { nullable: true, description: 'An order of the viewer, or any for admins; null otherwise.' })
  order(
    @Arg('id', () => ID, { description: 'The order.' }) id: string,
    @Ctx() { call, load }: CommerceContext,
  ): Promise<Order | null> {
    viewerOf(call);
    return load.order.load(id);
  }

  @Query(() => Payment, { nullable: true, description: 'A payment of the viewer, or any for admins; null otherwise.' })
  payment(
    @Arg('id', () => ID, { description: 'The payment.' }) id: string,
    @Ctx() { call, load }: CommerceContext,
  ): Promise<Payment | null> {
    viewerOf(call);
    return load.payment.load(id);
  }

  @Query(() => OrderConnection, { description: 'Everybody’s orders, latest first. For admins.' })
  async adminOrders(
    @Args(() => AdminOrdersArgs) { status, ...args }: AdminOrdersArgs,
    @Ctx() { call, asker, rooms }: CommerceContext,
  ): Promise<Connection<Order>> {
    if (!may.seeAllOrders(viewerOf(call))) throw new AccessError('FORBIDDEN');
    const keyOf = (order: Order) => [order.placedAt.toISOString(), order.id];
    const read = rooms.read.orders;
    return connect(rooms.seal, asker, `adminOrders:${status ?? ''}`, args, keyOf, (page) =>
      read.all(status ?? null, page),
    );
  }

  @Query(() => LedgerBalance, { description: 'What the ledger comes to. For admins.' })
  async ledgerBalance(@Ctx() { call, rooms }: CommerceContext): Promise<LedgerBalance> {
    if (!may.seeLedger(viewerOf(call))) throw new AccessError('FORBIDDEN');
    return rooms.read.ledger.balance();
  }
}
