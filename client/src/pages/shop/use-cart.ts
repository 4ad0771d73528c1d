// The cart of whoever is there. Somebody who never put anything into one has none, which is no failure.
import { useQuery } from '@apollo/client/react';
import { readFailure } from '@/graph/failure';
import { unmask } from '@/graph/generated';
import type { Cart_CartFragment } from '@/graph/generated/graphql';
import { cartFragment, cartQuery } from './cart-query';

export type Cart = Cart_CartFragment;

export function useCart() {
  const result = useQuery(cartQuery);
  const cart = unmask(cartFragment, result.data?.cart) ?? null;
  const isNobody = !cart && result.error !== undefined && readFailure(result.error).code === 'UNAUTHENTICATED';
  return { ...result, cart, isNobody };
}
