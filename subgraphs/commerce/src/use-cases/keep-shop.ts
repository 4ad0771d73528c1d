// What every change of the shop has in common: an admin makes it, it is announced as a privileged act, and the shop finds
// the product by what it says now.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { audited } from '@mosaic/schema/events/audit';
import { may } from '../access.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Product } from '../domain/product.js';

/** Throws FORBIDDEN for anybody but an admin. */
export function requireShopkeeper(viewer: Viewer): void {
  if (!may.keepShop(viewer)) throw new AccessError('FORBIDDEN');
}

type Details = Record<string, string | number | boolean | null>;

export function announceAct(unit: Unit, viewer: Viewer, action: string, subjectId: string, details: Details): void {
  unit.announce(announce(audited, subjectId, { actorId: viewer.id, action, subjectId, details }, unit.now));
}

/** After every change: the search knows the product as it is in this unit. */
export async function listInShop(unit: Unit, product: Product): Promise<void> {
  if (product.isArchived) return unit.search.remove(product.id);
  const [variants, categories] = [
    await unit.products.variantsOf(product.id),
    await unit.products.categoryNames(product.categoryIds),
  ];
  await unit.search.put(product, variants, categories);
}
