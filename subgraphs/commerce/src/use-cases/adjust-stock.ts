// Somebody counted, received or lost things: what is on hand changes, and it is written down why.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { refuse } from '../domain/refusals.js';
import { announceAct, requireShopkeeper } from './keep-shop.js';
import type { Rooms } from './rooms.js';

const LARGEST_ADJUSTMENT = 1_000_000;

export interface AdjustStock {
  variantId: string;
  /** What came or went; not 0. */
  delta: number;
  reason: string;
  idempotencyKey: string;
}

/**
 * The id of the variant. Throws FORBIDDEN for anybody but an admin. Refuses NOT_FOUND, INSUFFICIENT_STOCK when less would
 * be on hand than is reserved, IDEMPOTENCY_KEY_REUSED and BAD_INPUT.
 */
export async function adjustStock(
  { transact }: Rooms,
  viewer: Viewer,
  { idempotencyKey, ...input }: AdjustStock,
): Promise<string | Refusal> {
  requireShopkeeper(viewer);
  const { variantId, delta } = input;
  const reason = cleanText(input.reason, { longest: 200, lines: 'one' });
  if (isRefusal(reason)) return reason.at('reason');
  if (delta === 0 || Math.abs(delta) > LARGEST_ADJUSTMENT)
    return refuse('BAD_INPUT', { reason: `not 0, and at most ${LARGEST_ADJUSTMENT}` }).at('delta');

  return transact((unit) =>
    unit.once({ actor: viewer.id, operation: 'adjustStock', key: idempotencyKey, input }, async () => {
      const level = await unit.stock.take(variantId);
      if (!level) return refuse('NOT_FOUND').at('variantId');
      const available = level.onHand - level.reserved;
      if (available + delta < 0) return refuse('INSUFFICIENT_STOCK', { available }).at('delta');
      if (level.onHand + delta > LARGEST_ADJUSTMENT)
        return refuse('TOO_MANY', { most: LARGEST_ADJUSTMENT }).at('delta');
      await unit.stock.adjust(variantId, delta, reason, viewer.id);
      announceAct(unit, viewer, 'adjustStock', variantId, { delta, reason });
      return variantId;
    }),
  );
}
