// Changes a variant: its name, its price, its attributes. Orders keep the price they were made at.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { ProductVariant } from '../domain/product-variant.js';
import { readAttributes, readName, readPrice } from '../domain/read-product.js';
import { refuse } from '../domain/refusals.js';
import type { AddProductVariant } from './add-product-variant.js';
import { announceAct, listInShop, requireShopkeeper } from './keep-shop.js';
import type { Rooms } from './rooms.js';

/** What is undefined stays; the SKU stays always. */
export interface UpdateProductVariant extends Partial<Pick<AddProductVariant, 'name' | 'price' | 'attributes'>> {
  variantId: string;
  /** The version the change was made from. */
  expectedVersion: number;
}

/** Throws FORBIDDEN for anybody but an admin. Refuses NOT_FOUND, CONFLICT, CURRENCY_MISMATCH, TOO_MANY, BAD_INPUT. */
export async function updateProductVariant(
  { transact }: Rooms,
  viewer: Viewer,
  input: UpdateProductVariant,
): Promise<ProductVariant | Refusal> {
  requireShopkeeper(viewer);
  const name = input.name === undefined ? undefined : readName(input.name);
  if (isRefusal(name)) return name;
  const price = input.price && readPrice(input.price);
  if (isRefusal(price)) return price;
  const attributes = input.attributes && readAttributes(input.attributes);
  if (isRefusal(attributes)) return attributes;

  return transact(async (unit) => {
    const taken = await unit.products.takeVariant(input.variantId);
    if (!taken) return refuse('NOT_FOUND').at('variantId');
    const { variant, product } = taken;
    if (variant.version !== input.expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    if (price && price.currency !== variant.currency)
      return refuse('CURRENCY_MISMATCH', { currency: variant.currency }).at('price');
    const before = variant.priceMinor;
    const changed = await unit.products.changeVariant(variant, {
      ...(name !== undefined && { name }),
      ...(price && { priceMinor: price.amountMinor }),
      ...(attributes && { attributes }),
    });
    await listInShop(unit, product);
    const details = { sku: variant.sku, priceMinorBefore: before, priceMinor: changed.priceMinor };
    announceAct(unit, viewer, 'updateProductVariant', variant.id, details);
    return changed;
  });
}
