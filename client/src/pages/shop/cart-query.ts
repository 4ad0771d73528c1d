// The cart as every page of the shop knows it. Each change answers with the whole cart, so the cache is always right.
import type { ApolloCache } from '@apollo/client';
import { graphql } from '@/graph/generated';
import type { CartQuery } from '@/graph/generated/graphql';

export const cartQuery = graphql(`
  query Cart {
    cart {
      ...Cart_cart
    }
  }
`);

/** Not masked by anybody: sums are made of it before the server answers. */
export const cartFragment = graphql(`
  fragment Cart_cart on Cart {
    id
    total {
      amountMinor
      currency
    }
    lines {
      id
      title
      quantity
      heldUntil
      isPriceChanged
      isBuyable
      unitPrice {
        amountMinor
        currency
      }
      lineTotal {
        amountMinor
        currency
      }
      item {
        id
        ...LineThing_item
      }
    }
  }
`);

export const addToCart = graphql(`
  mutation AddToCart($input: AddToCartInput!) {
    addToCart(input: $input) {
      userErrors {
        ...Refusal
      }
      cart {
        ...Cart_cart
      }
    }
  }
`);

export const setQuantity = graphql(`
  mutation SetCartLineQuantity($input: SetCartLineQuantityInput!) {
    setCartLineQuantity(input: $input) {
      __typename
      userErrors {
        ...Refusal
      }
      cart {
        ...Cart_cart
      }
    }
  }
`);

export const removeLine = graphql(`
  mutation RemoveCartLine($input: RemoveCartLineInput!) {
    removeCartLine(input: $input) {
      __typename
      userErrors {
        ...Refusal
      }
      cart {
        ...Cart_cart
      }
    }
  }
`);

/** A guest's first cart is not yet the answer to `cart` in the cache. */
export function keepCart(cache: ApolloCache, cart: CartQuery['cart'] | null | undefined): void {
  if (cart) cache.writeQuery({ query: cartQuery, data: { cart } });
}
