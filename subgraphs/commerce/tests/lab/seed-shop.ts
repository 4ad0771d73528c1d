// A shop of many products, the same in every run: a small random generator with a seed, and words that combine.
import { randomUUID } from 'node:crypto';
import type { Attribute } from '../../src/domain/attribute.js';
import { addProductVariant } from '../../src/use-cases/add-product-variant.js';
import { adjustStock } from '../../src/use-cases/adjust-stock.js';
import { createProduct } from '../../src/use-cases/create-product.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { granted } from './open-lab.js';
import { shopkeeper } from './shop.js';

/** mulberry32: good enough to mix words. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A product as the brute force sees it. */
export interface Seeded {
  id: string;
  name: string;
  categories: string[];
  attributes: Attribute[];
  variants: { priceMinor: number; currency: string; stock: number; attributes: Attribute[] }[];
}

const KINDS = ['Chaussure', 'Lampe', 'Tapis', 'Bougie', 'Théière', 'Cœur'];
const TRAITS = ['de randonnée', 'en laine', 'du soir', 'pour enfants', 'à l’ancienne'];
const COLORS = ['rouge', 'bleu', 'vert', 'noir'];
const SIZES = ['S', 'M', 'L'];
export const SHELVES = ['Maison', 'Sport', 'Cuisine'];

/** Made through the use cases; some products have no variants, some variants nothing left. */
export async function seedShop(rooms: Rooms, size: number): Promise<Seeded[]> {
  const random = randomFrom(20_261_121);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const seeded: Seeded[] = [];
  for (let at = 0; at < size; at += 1) {
    const attributes = random() < 0.8 ? [{ key: 'color', value: pick(COLORS) }] : [];
    const product = {
      slug: `seeded-${at}`,
      name: `${pick(KINDS)} ${pick(TRAITS)}`,
      description: '',
      attributes,
      categories: [...new Set([pick(SHELVES), pick(SHELVES)])],
      mediaIds: [],
    };
    const { id } = granted(await createProduct(rooms, shopkeeper, product));
    const currency = random() < 0.8 ? 'EUR' : 'USD';
    const variants: Seeded['variants'] = [];
    for (let n = Math.floor(random() * 4); n > 0; n -= 1) {
      const variant = {
        priceMinor: 100 * (1 + Math.floor(random() * 100)),
        currency,
        stock: random() < 0.5 ? 0 : 1 + Math.floor(random() * 5),
        attributes: [{ key: 'size', value: pick(SIZES) }],
      };
      const price = { amountMinor: variant.priceMinor, currency };
      const input = { productId: id, sku: `S${at}-${n}`, name: `No ${n}`, price, attributes: variant.attributes };
      const added = granted(await addProductVariant(rooms, shopkeeper, input));
      const adjustment = { variantId: added.id, delta: variant.stock, reason: 'seed', idempotencyKey: randomUUID() };
      if (variant.stock > 0) granted(await adjustStock(rooms, shopkeeper, adjustment));
      variants.push(variant);
    }
    seeded.push({ id, name: product.name, categories: product.categories, attributes, variants });
  }
  return seeded;
}
