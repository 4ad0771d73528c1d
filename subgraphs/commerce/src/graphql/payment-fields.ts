// What payments and the ledger answer beside what they hold.
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { LedgerAccount, LedgerBalance } from '../domain/ledger-balance.js';
import { Order } from '../domain/order.js';
import { Payment } from '../domain/payment.js';
import { PaymentEvent } from '../domain/payment-event.js';
import type { CommerceContext } from './context.js';
import { latest } from './latest.js';

@Resolver(() => Payment)
export class PaymentFields {
  @FieldResolver(() => MoneyType, { description: 'How much.' })
  amount(@Root() { amountMinor, currency }: Payment): MoneyType {
    return showMoney({ amountMinor, currency });
  }

  @FieldResolver(() => MoneyType, { description: 'How much of it went back.' })
  refundedAmount(@Root() { refundedMinor, currency }: Payment): MoneyType {
    return showMoney({ amountMinor: refundedMinor, currency });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What confirms it in a browser, for the buyer alone; null for others and until somebody tries to pay.',
  })
  clientSecret(@Root() { buyerId, clientSecret }: Payment, @Ctx() { call }: CommerceContext): string | null {
    return may.pay(call.viewer, buyerId) ? clientSecret : null;
  }

  @FieldResolver(() => [PaymentEvent], {
    description: 'What the payment service told, oldest first: at most 100, the latest.',
  })
  async events(@Root() { id }: Payment, @Ctx() { load }: CommerceContext): Promise<PaymentEvent[]> {
    return latest(await load.paymentEvents.load(id));
  }

  @FieldResolver(() => Order, { nullable: true, description: 'What it pays.' })
  order(@Root() { orderId }: Payment, @Ctx() { load }: CommerceContext): Promise<Order | null> {
    return load.order.load(orderId);
  }
}

@Resolver(() => LedgerBalance)
export class LedgerBalanceFields {
  @FieldResolver(() => [MoneyType], {
    description: 'All entries of each currency together: 0, always. One per currency, at most 200.',
  })
  sums(@Root() { sums }: LedgerBalance): MoneyType[] {
    return sums.map(showMoney);
  }
}

@Resolver(() => LedgerAccount)
export class LedgerAccountFields {
  @FieldResolver(() => MoneyType, { description: 'The sum of its entries; debits are positive.' })
  amount(@Root() { amount }: LedgerAccount): MoneyType {
    return showMoney(amount);
  }
}
