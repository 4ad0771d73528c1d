// Reads products, variants and what is left of them. By id also what is archived: who may see it is decided by who asks.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../domain/product.js';
import { ProductCategory } from '../../domain/product-category.js';
import { ProductVariant } from '../../domain/product-variant.js';

const ORDER = { createdAt: 'asc', id: 'asc' } as object;
const plain = { disableIdentityMap: true };

export const readProducts = (fork: () => EntityManager) => ({
  /** In any order; only those there are. One query. */
  byIds: (ids: readonly string[]): Promise<Product[]> =>
    fork().find(Product, { id: { $in: [...ids] } } as object, plain),

  bySlug: (slug: string): Promise<Product | null> => fork().findOne(Product, { slug } as object, plain),

  variantsByIds: (ids: readonly string[]): Promise<ProductVariant[]> =>
    fork().find(ProductVariant, { id: { $in: [...ids] } } as object, plain),

  /** Of all these products, the oldest first. */
  variantsOf: (productIds: readonly string[]): Promise<ProductVariant[]> =>
    fork().find(ProductVariant, { productId: { $in: [...productIds] } } as object, { ...plain, orderBy: ORDER }),

  /** Which of these products the buyer has in the cart or bought, in whatever form. One query. */
  async heldBy(buyerId: string, productIds: readonly string[]): Promise<Set<string>> {
    const rows = await fork().execute<{ product_id: string }[]>(
      `select distinct product_id from product_variants
       where product_id in (${productIds.map(() => '?').join(', ')}) and id in (
         select l.item_id from orders o join order_lines l on l.order_id = o.id where o.buyer_id = ?
         union all select l.item_id from carts c join cart_lines l on l.cart_id = c.id where c.buyer_id = ?)`,
      [...productIds, buyerId, buyerId],
    );
    return new Set(rows.map(({ product_id }) => product_id));
  },

  categoriesByIds: (ids: readonly string[]): Promise<ProductCategory[]> =>
    fork().find(ProductCategory, { id: { $in: [...ids] } } as object, plain),

  /** What is on hand and reserved for nobody, by variant. */
  async available(variantIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await fork().execute<{ variant_id: string; available: number }[]>(
      `select variant_id, on_hand - reserved as available from stock
       where variant_id in (${variantIds.map(() => '?').join(', ')})`,
      [...variantIds],
    );
    return new Map(rows.map((row) => [row.variant_id, row.available]));
  },
});
