// A shop for tests: products and variants made by its admin, through the use cases.
import { randomUUID } from 'node:crypto';
import type { Product } from '../../src/domain/product.js';
import type { ProductVariant } from '../../src/domain/product-variant.js';
import { type AddProductVariant, addProductVariant } from '../../src/use-cases/add-product-variant.js';
import { adjustStock } from '../../src/use-cases/adjust-stock.js';
import { type CreateProduct, createProduct } from '../../src/use-cases/create-product.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { granted, person } from './open-lab.js';

export const shopkeeper = person('ADMIN');

let count = 0;

export async function newProduct(rooms: Rooms, input: Partial<CreateProduct> = {}): Promise<Product> {
  count += 1;
  const product = { slug: `product-${count}`, name: `Product ${count}`, description: '' };
  const lists = { attributes: [], categories: [], mediaIds: [] };
  return granted(await createProduct(rooms, shopkeeper, { ...product, ...lists, ...input }));
}

interface NewVariant extends Partial<Omit<AddProductVariant, 'price'>> {
  priceMinor?: number;
  currency?: string;
  /** On hand. */
  stock?: number;
}

/** Of a product of its own unless one is named; 10.00 EUR. */
export async function newVariant(
  rooms: Rooms,
  { productId, priceMinor = 1_000, currency = 'EUR', stock = 0, ...input }: NewVariant = {},
): Promise<ProductVariant> {
  count += 1;
  const id = productId ?? (await newProduct(rooms)).id;
  const variant = { sku: `SKU-${count}`, name: `Variant ${count}`, attributes: [], ...input };
  const price = { amountMinor: priceMinor, currency };
  const added = granted(await addProductVariant(rooms, shopkeeper, { productId: id, price, ...variant }));
  const adjustment = { variantId: added.id, delta: stock, reason: 'delivery', idempotencyKey: randomUUID() };
  if (stock > 0) granted(await adjustStock(rooms, shopkeeper, adjustment));
  return added;
}
