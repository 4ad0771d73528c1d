// A product can be bought in one more form.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Money } from '@mosaic/kernel/values/money';
import type { Attribute } from '../domain/attribute.js';
import { ProductVariant } from '../domain/product-variant.js';
import { readAttributes, readName, readPrice, readSku } from '../domain/read-product.js';
import { refuse } from '../domain/refusals.js';
import { announceAct, listInShop, requireShopkeeper } from './keep-shop.js';
import type { Rooms } from './rooms.js';

const MOST_VARIANTS = 50;

export interface AddProductVariant {
  productId: string;
  sku: string;
  name: string;
  price: Money;
  attributes: readonly Attribute[];
}

/**
 * Throws FORBIDDEN for anybody but an admin. Refuses NOT_FOUND (also of an archived product), SKU_TAKEN, TOO_MANY,
 * CURRENCY_MISMATCH and BAD_INPUT. The SKU is what makes a repetition harmless.
 */
export async function addProductVariant(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  input: AddProductVariant,
): Promise<ProductVariant | Refusal> {
  requireShopkeeper(viewer);
  const sku = readSku(input.sku);
  if (isRefusal(sku)) return sku;
  const name = readName(input.name);
  if (isRefusal(name)) return name;
  const price = readPrice(input.price);
  if (isRefusal(price)) return price;
  const attributes = readAttributes(input.attributes);
  if (isRefusal(attributes)) return attributes;

  return transact(async (unit) => {
    const product = await unit.products.take(input.productId);
    if (!product || product.isArchived) return refuse('NOT_FOUND').at('productId');
    const others = await unit.products.variantsOf(product.id);
    if (others.length >= MOST_VARIANTS) return refuse('TOO_MANY', { most: MOST_VARIANTS });
    const [first] = others;
    if (first && first.currency !== price.currency)
      return refuse('CURRENCY_MISMATCH', { currency: first.currency }).at('price');
    const variant = Object.assign(new ProductVariant(), {
      id: mintId('ProductVariant'),
      productId: product.id,
      sku,
      name,
      priceMinor: price.amountMinor,
      currency: price.currency,
      attributes,
      version: 1,
      createdAt: unit.now,
    });
    if (!(await unit.products.addVariant(variant))) return refuse('SKU_TAKEN').at('sku');
    await listInShop(unit, product);
    announceAct(unit, viewer, 'addProductVariant', variant.id, { sku, priceMinor: price.amountMinor });
    return variant;
  });
}
