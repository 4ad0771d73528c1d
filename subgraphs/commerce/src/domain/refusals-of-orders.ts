// Refusals of orders, payments and refunds.

export const orderRefusals = {
  CART_EMPTY: 'There is nothing in the cart that can be bought now.',
  PRICE_CHANGED: 'The total is {totalMinor} minor units of {currency} now; look at the cart again.',
  NOTHING_TO_PAY: 'What costs nothing cannot be checked out.',
  ORDER_STATE: 'An order that is {state} does not allow this.',
  ORDER_TIME_OVER: 'The time to pay this order is over.',
  CLAIM_OVER: 'Something in this order is not held for you any more.',
  PAYMENT_METHOD_REFUSED: 'The payment service does not know this payment method.',
  PAYMENT_UNAVAILABLE: 'The payment service does not answer; try again with the same key: nothing is charged twice.',
  ALREADY_REFUNDED: 'The money for this went back already, or is on its way.',
  NOT_REFUNDABLE: 'No money was taken for this that could go back.',
} as const;
