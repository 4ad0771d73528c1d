// The admin opens the shop: products on their shelves, in their variants, with what is in stock.
import { addProductVariant } from '@mosaic/commerce/use-cases/add-product-variant';
import { adjustStock } from '@mosaic/commerce/use-cases/adjust-stock';
import { createProduct } from '@mosaic/commerce/use-cases/create-product';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { money } from '@mosaic/kernel/values/money';
import { days, hours, later } from '@mosaic/kernel/values/time';
import { namedChance } from './chance.js';
import type { Attributes, Good } from './good.js';
import { goodsForHome } from './goods-for-home.js';
import { goodsForSport } from './goods-for-sport.js';
import { hangPicture } from './hang-pictures.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, inParallel, named, type Stage } from './stage.js';
import { atMoment, keyOf } from './timeline.js';

/** The ids of the variants by their SKU. */
export type Shop = Readonly<Record<string, string>>;

export async function openShop(stage: Stage, people: readonly Inhabitant[]): Promise<Shop> {
  const admin = named(people, 'Alex Moreno');
  const goods = [...goodsForSport, ...goodsForHome];
  const shop: Record<string, string> = {};
  await inParallel([...goods.entries()], 1, async ([at, good]) => {
    const shelved = later(daysBefore(stage.today, HISTORY_DAYS - 3), days(at * 2) + hours(10));
    Object.assign(shop, await stage.once(`good ${good.slug}`, () => shelve(stage, admin, good, shelved)));
  });
  stage.say(`${goods.length} products in ${Object.keys(shop).length} variants are on sale`);
  return shop;
}

async function shelve(stage: Stage, admin: Inhabitant, good: Good, shelved: Date): Promise<Shop> {
  const { commerce } = stage;
  const { slug, name, fr, en, shelf, about } = good;
  const mediaIds = good.isPainted ? [await hangPicture(stage, admin, 'PRODUCT', slug)] : [];
  return atMoment(shelved, namedChance(slug), async () => {
    const offer = { slug, name, description: `${fr}\n\n${en}`, categories: [shelf], mediaIds };
    const made = await createProduct(commerce, admin, { ...offer, attributes: listed(about) });
    const there = isRefusal(made) && made.code === 'SLUG_TAKEN' ? await commerce.read.products.bySlug(slug) : null;
    const { id: productId } = there ?? granted(made);
    const earlier = await commerce.read.products.variantsOf([productId]);
    const ids: Record<string, string> = {};
    for (const [sku, size, cents, stock, own] of good.variants) {
      const variant = { productId, sku, name: size, price: money(cents, 'EUR'), attributes: listed(own) };
      const found = earlier.find((one) => one.sku === sku);
      const { id: variantId } = found ?? granted(await addProductVariant(commerce, admin, variant));
      ids[sku] = variantId;
      const delivery = { variantId, delta: stock, reason: 'Première livraison', idempotencyKey: keyOf('stock', sku) };
      const isDelivered = found && (await commerce.read.products.available([variantId])).get(variantId) !== 0;
      if (stock > 0 && !isDelivered) granted(await adjustStock(commerce, admin, delivery));
    }
    return ids;
  });
}

const listed = (attributes: Attributes) => Object.entries(attributes).map(([key, value]) => ({ key, value }));
