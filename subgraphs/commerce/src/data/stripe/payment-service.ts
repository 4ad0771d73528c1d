// The payment service: Stripe through its own SDK, or the simulator when an address is given. Every call that moves money
// carries an idempotency key of ours, so that asking again never does it twice.
import type { Secret } from '@mosaic/kernel/config/secret';
import { seconds } from '@mosaic/kernel/values/time';
import Stripe from 'stripe';

export type Intent = Stripe.PaymentIntent;
export type ProviderRefund = Stripe.Refund;

/** The service said no to this very call: asking the same again gives the same. */
export class PaymentRefused extends Error {
  constructor(
    readonly code: string,
    /** How the intent stands, when the service told. */
    readonly intent: Intent | null,
  ) {
    super(`the payment service refused: ${code}`);
  }
}

export interface PaymentService {
  createIntent(plan: { paymentId: string; orderId: string; amountMinor: number; currency: string }): Promise<Intent>;
  /** Throws PaymentRefused, with the intent as it stands, for a declined card and for an intent that takes none. */
  confirm(intentId: string, paymentMethod: string, key: string): Promise<Intent>;
  retrieve(intentId: string): Promise<Intent>;
  /** Throws PaymentRefused when money is there already. */
  cancel(intentId: string): Promise<Intent>;
  refund(plan: { refundId: string; intentId: string; amountMinor: number }): Promise<ProviderRefund>;
  /** The refund that carries our id, if the service gave it. */
  findRefund(intentId: string, refundId: string): Promise<ProviderRefund | null>;
  /** The event in a webhook's body; null when the signature is not Stripe's, or older than 300 seconds. */
  readWebhook(body: Buffer, signature: string): Stripe.Event | null;
}

const TOLERANCE_SECONDS = 300;

export interface StripeSettings {
  readonly secretKey: Secret<string>;
  readonly webhookSecret: Secret<string>;
  /** Absent: the real service. */
  readonly apiUrl: string | undefined;
}

export function openStripe({ secretKey, webhookSecret, apiUrl }: StripeSettings): PaymentService {
  const stripe = new Stripe(secretKey.reveal(), {
    maxNetworkRetries: 2,
    timeout: seconds(10),
    telemetry: false,
    ...(apiUrl !== undefined && addressOf(apiUrl)),
  });
  return {
    createIntent: ({ paymentId, orderId, amountMinor, currency }) =>
      asked(() =>
        stripe.paymentIntents.create(
          {
            amount: amountMinor,
            currency: currency.toLowerCase(),
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
            metadata: { payment_id: paymentId, order_id: orderId },
          },
          { idempotencyKey: paymentId },
        ),
      ),
    confirm: (intentId, paymentMethod, key) =>
      asked(() => stripe.paymentIntents.confirm(intentId, { payment_method: paymentMethod }, { idempotencyKey: key })),
    retrieve: (intentId) => asked(() => stripe.paymentIntents.retrieve(intentId)),
    cancel: (intentId) => asked(() => stripe.paymentIntents.cancel(intentId)),
    refund: ({ refundId, intentId, amountMinor }) =>
      asked(() =>
        stripe.refunds.create(
          { payment_intent: intentId, amount: amountMinor, metadata: { refund_id: refundId } },
          { idempotencyKey: refundId },
        ),
      ),
    findRefund: (intentId, refundId) =>
      asked(async () => {
        for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 }))
          if (refund.metadata?.['refund_id'] === refundId) return refund;
        return null;
      }),
    readWebhook(body, signature) {
      try {
        return stripe.webhooks.constructEvent(body, signature, webhookSecret.reveal(), TOLERANCE_SECONDS);
      } catch {
        return null; // forged, stale, or no JSON
      }
    },
  };
}

function addressOf(apiUrl: string): { host: string; port: string; protocol: 'http' | 'https' } {
  const { hostname, port, protocol } = new URL(apiUrl);
  const isHttps = protocol === 'https:';
  return { host: hostname, port: port || (isHttps ? '443' : '80'), protocol: isHttps ? 'https' : 'http' };
}

/** Tells a service that said no from one that did not answer: only the first is a PaymentRefused. */
async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const isNo =
      error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError;
    if (!isNo) throw error;
    throw new PaymentRefused(error.code ?? error.type, error.payment_intent ?? null);
  }
}
