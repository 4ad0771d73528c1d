// A product of a proof's own, so that its stock is nobody else's business; taken out of the shop when the proof is over.
import { randomUUID } from 'node:crypto';
import type { Seat } from './test';

export interface Sold {
  readonly name: string;
  readonly slug: string;
  /** How many of the variant are left that nobody is about to buy. */
  left(variant: string): Promise<number>;
  reprice(variant: string, amountMinor: number): Promise<void>;
  takeOut(): Promise<void>;
}

interface Variant {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly available: number;
}

const CREATE = `mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } userErrors { code } } }`;
const ADD = `mutation ($input: AddProductVariantInput!) { addProductVariant(input: $input) { variant { id } userErrors { code } } }`;
const STOCK = `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { code } } }`;
const REPRICE = `mutation ($input: UpdateProductVariantInput!) { updateProductVariant(input: $input) { userErrors { code } } }`;
const ARCHIVE = `mutation ($input: ArchiveProductInput!) { archiveProduct(input: $input) { userErrors { code } } }`;
const FIND = `query ($slug: String!) { product(slug: $slug) { variants { id name version available } } }`;

/** `variants` by name: what one costs in cents, and how many there are. Each has an attribute "taille" of its name. */
export async function sell(
  admin: Seat,
  title: string,
  variants: Readonly<Record<string, { readonly cents: number; readonly stock: number }>>,
): Promise<Sold> {
  const mark = randomUUID().slice(0, 8);
  const [name, slug] = [`${title} ${mark}`, `proof-${mark}`];
  const created = await admin.ask<{ createProduct: { product: { id: string } } }>(CREATE, { input: { slug, name } });
  const productId = created.createProduct.product.id;
  for (const [variant, { cents, stock }] of Object.entries(variants)) {
    const input = {
      ...{ productId, sku: `${mark}-${variant}`, name: variant, price: { amountMinor: cents, currency: 'EUR' } },
      attributes: [{ key: 'taille', value: variant }],
    };
    const added = await admin.ask<{ addProductVariant: { variant: { id: string } } }>(ADD, { input });
    const variantId = added.addProductVariant.variant.id;
    await admin.ask(STOCK, { input: { variantId, delta: stock, reason: 'came in', idempotencyKey: randomUUID() } });
  }
  const find = async (variant: string) => {
    const { product } = await admin.ask<{ product: { variants: Variant[] } }>(FIND, { slug });
    const found = product.variants.find((one) => one.name === variant);
    if (!found) throw new Error(`${name} has no variant ${variant}`);
    return found;
  };
  return {
    name,
    slug,
    left: async (variant) => (await find(variant)).available,
    reprice: async (variant, amountMinor) => {
      const { id: variantId, version: expectedVersion } = await find(variant);
      await admin.ask(REPRICE, { input: { variantId, expectedVersion, price: { amountMinor, currency: 'EUR' } } });
    },
    takeOut: async () => {
      await admin.ask(ARCHIVE, { input: { productId } });
    },
  };
}
