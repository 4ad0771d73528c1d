// Takes a product out of the shop for good. Orders keep it; carts show that it cannot be bought any more.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Product } from '../domain/product.js';
import { refuse } from '../domain/refusals.js';
import { announceAct, listInShop, requireShopkeeper } from './keep-shop.js';
import type { Rooms } from './rooms.js';

/** Throws FORBIDDEN for anybody but an admin. Refuses NOT_FOUND. Doing it again changes nothing. */
export async function archiveProduct(
  { transact }: Rooms,
  viewer: Viewer,
  productId: string,
): Promise<Product | Refusal> {
  requireShopkeeper(viewer);
  return transact(async (unit) => {
    const product = await unit.products.take(productId);
    if (!product) return refuse('NOT_FOUND').at('productId');
    if (product.isArchived) return product;
    const archived = await unit.products.change(product, { isArchived: true });
    await listInShop(unit, archived);
    announceAct(unit, viewer, 'archiveProduct', productId, { slug: product.slug });
    return archived;
  });
}
