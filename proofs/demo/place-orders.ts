// People order and pay, today and one after the other, with the cards of the payment simulator; the running services do
// what follows: they hear of the payment, confirm what coaches sell, and send money back.
import { isBuyable, totalOf } from '@mosaic/commerce/domain/cart';
import { checkout } from '@mosaic/commerce/use-cases/orders/checkout';
import { cancelOrder } from '@mosaic/commerce/use-cases/orders/close-order';
import { payOrder } from '@mosaic/commerce/use-cases/orders/pay-order';
import { refundOrder } from '@mosaic/commerce/use-cases/orders/refund-order';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { type Basket, baskets } from './baskets.js';
import { fillCart, type Market } from './fill-cart.js';
import { granted, type Inhabitant, named, type Stage } from './stage.js';
import { keyOf } from './timeline.js';
import { waitFor } from './wait-for.js';

export async function placeOrders(stage: Stage, people: readonly Inhabitant[], market: Market): Promise<void> {
  // With a real payment service, nobody here has a card.
  if (!stage.isPlayMoney) return stage.say('no orders, because payments are real');
  const admin = named(people, 'Alex Moreno');
  for (const basket of baskets) {
    const buyer = named(people, basket.buyer);
    const once = <T>(what: string, act: () => Promise<T>) => stage.once(`${basket.buyer} ${what} ${basket.ends}`, act);
    await once('fills a cart', () => fillCart(stage, buyer, basket, market));
    if (basket.ends === 'LEFT') continue;
    const orderId = await once('checks out', () => order(stage, buyer, basket));
    if (orderId !== null) await once('pays', () => settle(stage, { buyer, admin }, basket, orderId));
  }
  stage.say(`${baskets.length} carts were filled, most of them paid`);
}

/** Null when an earlier filling left a cart whose claims are over by now. */
async function order({ commerce }: Stage, buyer: Inhabitant, { ends }: Basket): Promise<string | null> {
  const cart = await commerce.read.carts.of(buyer.id);
  const total = totalOf(cart?.lines.filter((line) => isBuyable(line, new Date())) ?? []);
  if (!total) return null;
  const idempotencyKey = keyOf('checkout', buyer.character.name, ends);
  return granted(await checkout(commerce, buyer, { expectedTotal: total, idempotencyKey }));
}

async function settle(
  stage: Stage,
  { buyer, admin }: { buyer: Inhabitant; admin: Inhabitant },
  { ends }: Basket,
  orderId: string,
): Promise<void> {
  const { commerce } = stage;
  const key = (what: string) => keyOf(what, buyer.character.name, ends);
  if (ends === 'CANCELLED') {
    granted(await cancelOrder(commerce, buyer, orderId));
    return;
  }
  const cards = ends === 'DECLINED' ? ['pm_card_chargeDeclined', 'pm_card_visa'] : ['pm_card_visa'];
  for (const paymentMethod of cards) {
    const paid = await payOrder(commerce, buyer, { orderId, paymentMethod, idempotencyKey: key(paymentMethod) });
    // An earlier filling was interrupted for so long that the order is over: it stays so.
    if (isRefusal(paid) && (paid.code === 'ORDER_STATE' || paid.code === 'ORDER_TIME_OVER')) return;
    granted(paid);
  }
  await reaches(stage, orderId, 'CONFIRMED');
  if (ends !== 'REFUNDED') return;
  const last = (await commerce.read.orders.linesOf([orderId])).at(-1);
  const lineIds = last ? [last.id] : null;
  granted(await refundOrder(commerce, admin, { orderId, lineIds, idempotencyKey: key('refund') }));
  await reaches(stage, orderId, 'PARTIALLY_REFUNDED');
}

const reaches = ({ commerce }: Stage, orderId: string, status: string) =>
  waitFor(`order ${orderId} to be ${status}`, async () => {
    const [found] = await commerce.read.orders.byIds([orderId]);
    return found?.status === status ? found : null;
  });
