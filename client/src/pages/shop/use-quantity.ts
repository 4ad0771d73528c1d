// The quantity of a line as a person changes it: shown at once, sent one at a time, and of many quick changes only the
// latest counts. Two requests under way could arrive the wrong way round.
import { useRef, useState } from 'react';
import { makeFragmentData } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { cartFragment, setQuantity } from './cart-query';
import { withQuantity } from './cart-sums';
import type { Cart } from './use-cart';

export function useQuantity(cart: Cart, lineId: string, quantity: number) {
  const act = useAct(setQuantity);
  const [wanted, setWanted] = useState<number | null>(null);
  const latest = useRef<number | null>(null);

  const change = async (next: number) => {
    const isSending = latest.current !== null;
    latest.current = next;
    setWanted(next);
    if (isSending) return;
    let sent: number | null = null;
    while (latest.current !== sent) {
      sent = latest.current;
      const done = await act.run(
        { input: { lineId, quantity: sent } },
        {
          optimisticResponse: {
            setCartLineQuantity: {
              __typename: 'SetCartLineQuantityPayload',
              userErrors: [],
              cart: makeFragmentData(withQuantity(cart, lineId, sent), cartFragment),
            },
          },
        },
      );
      if (!done) break;
    }
    latest.current = null;
    setWanted(null);
  };
  return { quantity: wanted ?? quantity, change, refusals: act.refusals };
}
