// Refusals of products, stock and carts.

export const catalogueRefusals = {
  SLUG_TAKEN: 'Another product has this slug already.',
  SKU_TAKEN: 'Another variant has this SKU already.',
  TOO_MANY: 'There can be at most {most} of these.',
  CURRENCY_MISMATCH: 'Everything here is priced in {currency}.',
  INSUFFICIENT_STOCK: 'There are only {available} of these left.',
  QUANTITY_LIMIT: 'At most {most} of one thing can be in a cart.',
  CART_MOVED: 'This guest has signed in; the cart is theirs now.',
} as const;
