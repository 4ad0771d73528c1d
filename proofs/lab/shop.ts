// What an admin puts on sale.
import { randomUUID } from 'node:crypto';
import { act } from './act.js';
import type { Person } from './person.js';

export interface Price {
  amountMinor: number;
  currency: string;
}

export interface Shelf {
  productId: string;
  variantId: string;
  price: Price;
}

/** A product with one variant, and so many of it in stock. */
export async function openShop(
  admin: Person,
  { stock = 10, price = { amountMinor: 1_250, currency: 'EUR' } }: { stock?: number; price?: Price } = {},
): Promise<Shelf> {
  const mark = randomUUID().slice(0, 8);
  const { product } = await act<{ product: { id: string } }>(
    admin,
    'createProduct',
    { slug: `mat-${mark}`, name: `Mat ${mark}` },
    'product { id }',
  );
  const { variant } = await act<{ variant: { id: string } }>(
    admin,
    'addProductVariant',
    { productId: product.id, sku: `MAT-${mark}`.toUpperCase(), name: 'Blue', price },
    'variant { id }',
  );
  if (stock > 0) {
    const delivery = { variantId: variant.id, delta: stock, reason: 'delivery', idempotencyKey: randomUUID() };
    await act(admin, 'adjustStock', delivery, 'variant { id }');
  }
  return { productId: product.id, variantId: variant.id, price };
}

/** How many of a variant can be bought now, as anybody sees it. */
export async function availableOf(person: Person, { productId, variantId }: Shelf): Promise<number> {
  const { product } = await person.ask<{ product: { variants: { id: string; available: number }[] } }>(
    'query ($id: ID!) { product(id: $id) { variants { id available } } }',
    { id: productId },
  );
  const variant = product.variants.find(({ id }) => id === variantId);
  if (!variant) throw new Error('the variant is not on sale');
  return variant.available;
}
