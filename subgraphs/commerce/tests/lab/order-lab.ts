// A shop that sells: the simulator of the payment service, products with stock, buyers with carts.
import { randomUUID } from 'node:crypto';
import { type StripeServer, startStripe } from '@mosaic/embedded/stripe/start-stripe';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { mintId } from '@mosaic/kernel/values/ids';
import { later, minutes } from '@mosaic/kernel/values/time';
import type { Overrides } from '../../src/subgraph.js';
import { addProductVariant } from '../../src/use-cases/add-product-variant.js';
import { addToCart } from '../../src/use-cases/add-to-cart.js';
import { adjustStock } from '../../src/use-cases/adjust-stock.js';
import { createProduct } from '../../src/use-cases/create-product.js';
import { holdClaim } from '../../src/use-cases/hold-claim.js';
import { checkout } from '../../src/use-cases/orders/checkout.js';
import { expireOrder } from '../../src/use-cases/orders/close-order.js';
import { payOrder } from '../../src/use-cases/orders/pay-order.js';
import { payRefund } from '../../src/use-cases/orders/pay-refund.js';
import { reconcilePayment } from '../../src/use-cases/orders/reconcile-payment.js';
import { granted, type Lab, openLab, person } from './open-lab.js';

export interface OrderLab extends Lab {
  readonly stripe: StripeServer;
  readonly admin: Viewer;
  /** A variant with so many in stock; its id. */
  sell(priceMinor: number, stock: number): Promise<string>;
  put(buyer: Viewer, ...things: [variantId: string, quantity: number][]): Promise<void>;
  /** A claim of another subgraph in the buyer's cart; its id. */
  hold(buyer: Viewer, priceMinor: number, heldUntil?: Date): Promise<string>;
  checkout(buyer: Viewer, totalMinor: number, key?: string): Promise<string | Refusal>;
  /** A buyer with an order of one of these things. */
  ordered(variantId: string, priceMinor: number): Promise<{ buyer: Viewer; orderId: string }>;
  pay(buyer: Viewer, orderId: string, paymentMethod?: string | null, key?: string): Promise<string | Refusal>;
  /** Does all work that is due now. */
  sweep(): Promise<void>;
  statusOf(orderId: string): Promise<string>;
  stockOf(variantId: string): Promise<{ onHand: number; reserved: number }>;
  /** The ledger's own sums: of all entries, and of those accounts whose cached balance is another. */
  ledger(): Promise<{ transactions: number; sum: number; wrongAccounts: number }>;
}

export async function openOrderLab(overrides: Overrides = {}): Promise<OrderLab> {
  const stripe = await startStripe({ secretKey: 'sk_test_commerce' });
  const lab = await openLab(overrides, { STRIPE_API_URL: stripe.url });
  const { rooms, rows } = lab;
  const admin = person('ADMIN');

  const sell: OrderLab['sell'] = async (amountMinor, delta) => {
    const slug = `p-${randomUUID()}`;
    const texts = { attributes: [], categories: [], mediaIds: [], description: '' };
    const { id: productId } = granted(await createProduct(rooms, admin, { slug, name: 'A thing', ...texts }));
    const price = { amountMinor, currency: 'EUR' };
    const plan = { productId, sku: slug.toUpperCase(), name: 'One', price, attributes: [] };
    const { id: variantId } = granted(await addProductVariant(rooms, admin, plan));
    granted(await adjustStock(rooms, admin, { variantId, delta, reason: 'came', idempotencyKey: slug }));
    return variantId;
  };
  const put: OrderLab['put'] = async (buyer, ...things) => {
    for (const [variantId, quantity] of things) granted(await addToCart(rooms, buyer.id, { variantId, quantity }));
  };
  const doCheckout: OrderLab['checkout'] = (buyer, amountMinor, idempotencyKey = randomUUID()) =>
    checkout(rooms, buyer, { expectedTotal: { amountMinor, currency: 'EUR' }, idempotencyKey });

  return {
    ...lab,
    stripe,
    admin,
    sell,
    put,
    async hold(buyer, amountMinor, heldUntil = later(lab.clock.now(), minutes(20))) {
      const claimId = mintId('Appointment');
      const claim = { claimId, itemId: claimId, buyerId: buyer.id, title: 'An hour', heldUntil };
      await rooms.transact((unit) => holdClaim(unit, rooms, { ...claim, price: { amountMinor, currency: 'EUR' } }));
      return claimId;
    },
    checkout: doCheckout,
    async ordered(variantId, priceMinor) {
      const buyer = person();
      await put(buyer, [variantId, 1]);
      return { buyer, orderId: granted(await doCheckout(buyer, priceMinor)) };
    },
    pay: (buyer, orderId, paymentMethod = 'pm_card_visa', idempotencyKey = randomUUID()) =>
      payOrder(rooms, buyer, { orderId, paymentMethod, idempotencyKey }),
    async sweep() {
      for (const work of [expireOrder, reconcilePayment, payRefund]) while ((await work(rooms)) > 0);
    },
    async statusOf(orderId) {
      const [row] = await rows<{ status: string }>('select status from orders where id = ?', [orderId]);
      return row?.status ?? 'NONE';
    },
    async stockOf(variantId) {
      const [row] = await rows<{ on_hand: number; reserved: number }>('select * from stock where variant_id = ?', [
        variantId,
      ]);
      return { onHand: row?.on_hand ?? -1, reserved: row?.reserved ?? -1 };
    },
    async ledger() {
      const [row] = await rows<{ transactions: number; sum: number; wrong: number }>(
        `select (select count(*) from ledger_transactions)::int as transactions,
           (select coalesce(sum(amount_minor), 0) from ledger_entries)::int as sum,
           (select count(*) from ledger_accounts a where balance <> (select coalesce(sum(amount_minor), 0)
              from ledger_entries e where e.account = a.name and e.currency = a.currency))::int as wrong`,
      );
      return { transactions: row?.transactions ?? -1, sum: row?.sum ?? -1, wrongAccounts: row?.wrong ?? -1 };
    },
    async close() {
      await lab.close();
      await stripe.stop();
    },
  };
}
