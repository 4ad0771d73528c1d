// What a course costs. Free has one spelling here: null.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { type Money, money } from '@mosaic/kernel/values/money';
import { refuse } from './refusals.js';

/** Above this it is a slip of the finger. */
const DEAREST_MINOR = 100_000_000;

/** Nothing and 0 are free. Refuses BAD_INPUT for a negative amount and for one that is absurd. */
export function readPrice(given: Money | null | undefined): Money | null | Refusal {
  if (!given || given.amountMinor === 0) return null;
  if (given.amountMinor < 0 || given.amountMinor > DEAREST_MINOR)
    return refuse('BAD_INPUT', { reason: `a price goes from 0 to ${DEAREST_MINOR} minor units` });
  return money(given.amountMinor, given.currency);
}
