// Buying what is in the cart: an order is placed, then paid. Whatever happens after the order was placed, its page goes
// on from there; a retry of the same wish carries the same key, so it places one order and charges once.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { makeFragmentData } from '@/graph/generated';
import type { Refusal } from '@/graph/session';
import { useAct } from '@/parts/use-act';
import type { Card } from './card-choice';
import { cartFragment, keepCart } from './cart-query';
import { checkoutMutation, payMutation } from './order-documents';
import type { Cart } from './use-cart';

/** What an order's page is told when nobody knows yet what came of the payment. */
export interface Unanswered {
  readonly card: Card;
  readonly payKey: string;
}

export interface Purchase {
  readonly stage: 'idle' | 'placing' | 'asking';
  /** The cart that is being bought, which is empty on the server before this page is left. */
  readonly of: Cart | null;
  readonly refusals: readonly Refusal[];
  buy(cart: Cart, total: NonNullable<Cart['total']>, card: Card): Promise<void>;
}

export function usePurchase(): Purchase {
  const client = useApolloClient();
  const navigate = useNavigate();
  const placing = useAct(checkoutMutation);
  const paying = useAct(payMutation);
  const [stage, setStage] = useState<Purchase['stage']>('idle');
  const [bought, setBought] = useState<Cart | null>(null);
  // A wish is this cart at this total: when either changes, it is another one.
  const [wish, setWish] = useState({ of: '', key: '', payKey: '' });

  const keysFor = (of: string) => {
    if (wish.of === of) return wish;
    const fresh = { of, key: crypto.randomUUID(), payKey: crypto.randomUUID() };
    setWish(fresh);
    return fresh;
  };

  return {
    stage,
    of: bought,
    refusals: placing.refusals,
    async buy(cart, { amountMinor, currency }, card) {
      const lines = cart.lines.map(({ id, quantity }) => `${id}*${quantity}`);
      const { key, payKey } = keysFor(`${lines.join()}=${amountMinor}${currency}`);
      setStage('placing');
      const input = { expectedTotal: { amountMinor, currency }, idempotencyKey: key };
      const placed = await placing.run({ input });
      const orderId = placed?.checkout.order?.id;
      if (!orderId) return setStage('idle');
      setBought(cart);
      setStage('asking');
      const paid = await paying.run({ input: { orderId, paymentMethod: card, idempotencyKey: payKey } });
      const left = { ...cart, total: null, lines: cart.lines.filter(({ isBuyable }) => !isBuyable) };
      keepCart(client.cache, makeFragmentData(left, cartFragment));
      const state = paid ? null : ({ card, payKey } satisfies Unanswered);
      void navigate(`/orders/${orderId}`, { replace: true, state });
    },
  };
}
