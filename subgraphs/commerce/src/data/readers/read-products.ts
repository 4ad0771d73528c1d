// Reads products and variants. By id also what is archived: whether somebody may see it is decided by who asks.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../domain/product.js';

export const readProducts = (fork: () => EntityManager) => ({
  /** In any order; only those there are. One query. */
  byIds: (ids: readonly string[]): Promise<Product[]> =>
    fork().find(Product, { id: { $in: [...ids] } } as object, { disableIdentityMap: true }),
});
