// Payments and the ledger, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID } from 'type-graphql';
import { LedgerAccount, LedgerBalance } from '../../domain/ledger-balance.js';
import { Payment, paymentStates } from '../../domain/payment.js';
import { PaymentEvent } from '../../domain/payment-event.js';
import { paymentFacts } from '../../domain/payment-facts.js';

export const PaymentStatusEnum = enumOf('PaymentStatus', 'Where a payment stands.', paymentStates);
export const PaymentEventTypeEnum = enumOf('PaymentEventType', 'What the payment service told.', paymentFacts);

describeType(Payment, 'Payment', {
  implements: [Node],
  directives: ['@key(fields: "id")'],
  description: entities.Payment.description,
  fields: {
    id: [() => ID, 'Opaque global id.'],
    status: [() => PaymentStatusEnum, 'Where it stands.'],
    createdAt: [() => DateTime, 'When its order was placed.'],
  },
});

describeType(PaymentEvent, 'PaymentEvent', {
  description: 'Something the payment service told of a payment.',
  fields: {
    type: [() => PaymentEventTypeEnum, 'What.'],
    at: [() => DateTime, 'When we heard of it.'],
  },
});

describeType(LedgerAccount, 'LedgerAccount', {
  description: 'An account of the ledger in one currency.',
  fields: {
    name: [() => String, 'STRIPE is the money at the payment service; SALES:… what was earned by each kind of thing.'],
    isConsistent: [() => Boolean, 'Whether the balance that is kept for it is the sum of its entries: always.'],
  },
});

describeType(LedgerBalance, 'LedgerBalance', {
  description: 'What the ledger comes to, summed from its entries at this moment.',
  fields: {
    isBalanced: [() => Boolean, 'Whether every currency sums to 0 and every kept balance is right: always.'],
    accounts: [() => [LedgerAccount], 'Every account: a few per currency, at most 1,000.'],
  },
});

export const PaymentConnection = connectionType('Payment', Payment);
