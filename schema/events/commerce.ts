// What the commerce subgraph tells the others.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';
import { moneyShape } from './money-shape.js';

const order = z.object({
  orderId: z.string(),
  buyerId: z.string(),
  total: moneyShape,
  /** The claims among its lines. */
  claimIds: z.array(z.string()),
});

/** Money arrived: owners confirm the claims. Key: the order's id. */
export const orderPaid = defineEvent('OrderPaid', 1, order);

/** Everything in it is the buyer's. Key: the order's id. */
export const orderConfirmed = defineEvent('OrderConfirmed', 1, order);

/** It will never be paid: owners release the claims. Key: the order's id. */
export const orderClosed = defineEvent('OrderClosed', 1, order.extend({ reason: z.enum(['EXPIRED', 'CANCELLED']) }));

/** Money went back, for all lines or some: owners take back what these claims gave. Key: the order's id. */
export const orderRefunded = defineEvent(
  'OrderRefunded',
  1,
  order.extend({ amount: moneyShape, refundedClaimIds: z.array(z.string()) }),
);

/** The buyer took a claim out of their cart: its owner releases it. Key: the claim's id. */
export const claimDropped = defineEvent('ClaimDropped', 1, z.object({ claimId: z.string(), buyerId: z.string() }));
