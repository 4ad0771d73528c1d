// Everything that reads, by subject; none writes.
import type { EntityManager } from '@mikro-orm/postgresql';
import { postgresSearch } from '../search/postgres-search.js';
import { readCarts } from './read-carts.js';
import { readLedger } from './read-ledger.js';
import { readOrders } from './read-orders.js';
import { readProducts } from './read-products.js';

export const readersOf = (fork: () => EntityManager) => ({
  products: readProducts(fork),
  search: postgresSearch(fork),
  carts: readCarts(fork),
  orders: readOrders(fork),
  ledger: readLedger(fork),
});

export type Readers = ReturnType<typeof readersOf>;
