// Batches what one request asks for, so that a hundred `_entities` are one query. Never shared between requests.
import { isIdOf } from '@mosaic/kernel/values/ids';
import DataLoader from 'dataloader';
import { may } from '../access.js';
import type { Product } from '../domain/product.js';
import type { ProductVariant } from '../domain/product-variant.js';
import type { Asker } from './asker.js';
import type { Readers } from './readers/readers.js';

export type Loaders = ReturnType<typeof openLoaders>;

export function openLoaders({ products, carts, orders }: Readers, { viewer, buyerId }: Asker) {
  /** Also what is archived: for whatever an order, a cart or a variant the asker may see leads to. */
  const isTheirs = (row: { buyerId: string }) => may.seeOrdersOf(viewer, row.buyerId);
  const anyProduct = byId('Product', products.byIds);
  const anyVariant = byId('ProductVariant', products.variantsByIds);
  const isHeld = new DataLoader(async (productIds: readonly string[]) => {
    const held = buyerId === null ? new Set<string>() : await products.heldBy(buyerId, productIds);
    return productIds.map((id) => held.has(id));
  });
  const maySee = async (product: Product | null): Promise<boolean> =>
    product !== null && may.seeProduct(viewer, product, product.isArchived && (await isHeld.load(product.id)));
  return {
    anyProduct,
    anyVariant,

    /** For whoever comes with an id alone. */
    product: new DataLoader(async (ids: readonly string[]) => {
      const found = await Promise.all(ids.map((id) => anyProduct.load(id)));
      const isSeen = await Promise.all(found.map(maySee));
      return found.map((product, at) => (isSeen[at] ? product : null));
    }),
    variant: new DataLoader(async (ids: readonly string[]) => {
      const found = await Promise.all(ids.map((id) => anyVariant.load(id)));
      const owners = await Promise.all(found.map((variant) => variant && anyProduct.load(variant.productId)));
      const isSeen = await Promise.all(owners.map(maySee));
      return found.map((variant, at) => (isSeen[at] ? variant : null));
    }),

    variantsOf: new DataLoader(async (productIds: readonly string[]) => {
      const rows = await products.variantsOf(productIds);
      const of = new Map<string, ProductVariant[]>();
      for (const row of rows) of.set(row.productId, [...(of.get(row.productId) ?? []), row]);
      return productIds.map((id) => of.get(id) ?? []);
    }),
    available: new DataLoader(async (variantIds: readonly string[]) => {
      const available = await products.available(variantIds);
      return variantIds.map((id) => available.get(id) ?? 0);
    }),
    category: byId('ProductCategory', products.categoriesByIds),

    /** The asker's own, and nobody else's. */
    cart: byId('Cart', async (ids) => (await carts.byIds(ids)).filter((cart) => may.seeCart(buyerId, cart))),

    /** The viewer's own, and any for the shop. */
    order: byId('Order', async (ids) => (await orders.byIds(ids)).filter(isTheirs)),
    payment: byId('Payment', async (ids) => (await orders.paymentsByIds(ids)).filter(isTheirs)),
    // Of orders and payments that the asker may see:
    orderLines: many(orders.linesOf, ({ orderId }) => orderId),
    orderSteps: many(orders.stepsOf, ({ orderId }) => orderId),
    paymentEvents: many(orders.eventsOf, ({ paymentId }) => paymentId),
    paymentOfOrder: new DataLoader(async (orderIds: readonly string[]) => {
      const found = new Map((await orders.paymentsOf(orderIds)).map((payment) => [payment.orderId as string, payment]));
      return orderIds.map((id) => found.get(id) ?? null);
    }),
  };
}

/** What is no id of the type is null without asking the store, so that a hostile key cannot spoil a batch. */
const byId = <T extends { id: string }>(type: string, load: (ids: readonly string[]) => Promise<T[]>) =>
  new DataLoader<string, T | null>(async (ids) => {
    const sound = ids.filter((id) => isIdOf(type, id));
    const rows = sound.length > 0 ? await load(sound) : [];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** The rows that belong to each id, in the order in which they were read. */
const many = <T>(load: (ids: readonly string[]) => Promise<T[]>, ownerOf: (row: T) => string) =>
  new DataLoader<string, T[]>(async (ids) => {
    const of = new Map<string, T[]>(ids.map((id) => [id, []]));
    for (const row of await load(ids)) of.get(ownerOf(row))?.push(row);
    return ids.map((id) => of.get(id) ?? []);
  });
