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
