// Something the payment service told of a payment.
import type { PaymentFactType } from './payment-facts.js';

export class PaymentEvent {
  constructor(
    readonly paymentId: string,
    readonly type: PaymentFactType,
    readonly at: Date,
  ) {}
}
