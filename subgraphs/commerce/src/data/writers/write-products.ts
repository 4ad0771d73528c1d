// Writes products and their variants. `take` locks.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../domain/product.js';

export const writeProducts = (em: EntityManager) => ({
  take: (id: string): Promise<Product | null> =>
    em.findOne(Product, { id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE }),
});
