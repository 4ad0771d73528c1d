// Everything that reads, by subject; none writes.
import type { EntityManager } from '@mikro-orm/postgresql';
import { readProducts } from './read-products.js';

export const readersOf = (fork: () => EntityManager) => ({
  products: readProducts(fork),
});

export type Readers = ReturnType<typeof readersOf>;
