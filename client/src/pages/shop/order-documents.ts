// An order as its page shows it, and what may be done with it. Every act answers with all that is on screen.
import { graphql } from '@/graph/generated';

export const orderFragment = graphql(`
  fragment Order_order on Order {
    id
    number
    status
    placedAt
    reservedUntil
    total {
      amountMinor
      currency
    }
    timeline {
      status
      at
    }
    lines {
      id
      title
      quantity
      status
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
    payment {
      id
      status
      refundedAmount {
        amountMinor
        currency
      }
      events {
        type
        at
      }
    }
  }
`);

export const orderQuery = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      ...Order_order
    }
  }
`);

export const checkoutMutation = graphql(`
  mutation Checkout($input: CheckoutInput!) {
    checkout(input: $input) {
      userErrors {
        ...Refusal
      }
      order {
        id
        ...Order_order
      }
    }
  }
`);

export const payMutation = graphql(`
  mutation PayOrder($input: PayOrderInput!) {
    payOrder(input: $input) {
      userErrors {
        ...Refusal
      }
      order {
        id
        ...Order_order
      }
    }
  }
`);

export const cancelMutation = graphql(`
  mutation CancelOrder($input: CancelOrderInput!) {
    cancelOrder(input: $input) {
      userErrors {
        ...Refusal
      }
      order {
        id
        ...Order_order
      }
    }
  }
`);

export const refundMutation = graphql(`
  mutation RefundOrder($input: RefundOrderInput!) {
    refundOrder(input: $input) {
      userErrors {
        ...Refusal
      }
      order {
        id
        ...Order_order
      }
    }
  }
`);
