// What the stand-in for Stripe has in its books, asked by Stripe's own client as its owner would.
import { DEFAULT_SECRET_KEY } from '@mosaic/embedded/stripe/start-stripe';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import Stripe from 'stripe';

export interface Books {
  /** How often a card was charged for an order, by the order's id. */
  chargesOf: ReadonlyMap<string, number>;
  /** Minor units that came for an order less those that went back, by the order's id. */
  keptOf: ReadonlyMap<string, number>;
}

function openStripe({ urls }: World): Stripe {
  const { hostname: host, port } = new URL(urls.stripe);
  return new Stripe(DEFAULT_SECRET_KEY, { host, port, protocol: 'http', telemetry: false });
}

/** Pays as a browser does that was given the secret: nobody but Stripe tells us what came of it. */
export async function payInBrowser(world: World, clientSecret: string, paymentMethod: string): Promise<void> {
  const [intent = ''] = clientSecret.split('_secret_');
  await openStripe(world).paymentIntents.confirm(intent, { payment_method: paymentMethod });
}

export async function readBooks(world: World): Promise<Books> {
  const stripe = openStripe(world);
  const chargesOf = new Map<string, number>();
  const keptOf = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, amount: number) => void to.set(id, (to.get(id) ?? 0) + amount);
  const orderOfIntent = new Map<string, string>();
  for await (const { id, metadata } of stripe.paymentIntents.list({ limit: 100 }))
    orderOfIntent.set(id, metadata['order_id'] ?? '');
  for await (const { data } of stripe.events.list({ type: 'charge.succeeded', limit: 100 })) {
    const charge = data.object as Stripe.Charge;
    const order = orderOfIntent.get(String(charge.payment_intent)) ?? '';
    add(chargesOf, order, 1);
    add(keptOf, order, charge.amount);
  }
  for await (const refund of stripe.refunds.list({ limit: 100 }))
    add(keptOf, orderOfIntent.get(String(refund.payment_intent)) ?? '', -refund.amount);
  return { chargesOf, keptOf };
}
