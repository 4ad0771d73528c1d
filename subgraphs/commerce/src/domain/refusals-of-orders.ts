// Refusals of orders, payments and refunds.

export const orderRefusals = {
  CART_EMPTY: 'There is nothing in the cart that can be bought now.',
} as const;
