// Selling another subgraph's thing: its owner holds a claim, commerce sells it, the owner confirms or releases it.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';
import { moneyShape } from './money-shape.js';

/** Something is held for a buyer until a moment: commerce makes it a line of their cart. Key: the claim's id. */
export const claimHeld = defineEvent(
  'ClaimHeld',
  1,
  z.object({
    /** The appointment or enrollment that the payment confirms. */
    claimId: z.string(),
    /** The Purchasable that the cart line shows. */
    itemId: z.string(),
    /** A User or a Guest. */
    buyerId: z.string(),
    title: z.string(),
    price: moneyShape,
    heldUntil: z.iso.datetime(),
  }),
);

/** What was paid is the buyer's now. Key: the claim's id. */
export const claimConfirmed = defineEvent('ClaimConfirmed', 1, z.object({ claimId: z.string(), orderId: z.string() }));

/**
 * The claim is over without a confirmation: it expired, was given back, or its payment came too late. When `orderId` is
 * given, money was taken for it and commerce gives it back. Key: the claim's id.
 */
export const claimReleased = defineEvent(
  'ClaimReleased',
  1,
  z.object({
    claimId: z.string(),
    orderId: z.string().nullable(),
    reason: z.enum(['EXPIRED', 'GIVEN_BACK', 'TOO_LATE']),
  }),
);
