// What the ORM maps, and the tables that are read and written by statements alone.
import { ProductCategoryRecord } from './product-category-record.js';
import { ProductRecord } from './product-record.js';
import { ProductVariantRecord } from './product-variant-record.js';

export const records = [
  ProductCategoryRecord,
  ProductRecord,
  ProductVariantRecord,
  // orders and payments:
] as const;

export const statementTables: readonly string[] = [
  // the kernel's own:
  'outbox',
  'inbox',
  'idempotency_keys',
  // catalogue and carts:
  'product_search',
  'stock',
  'stock_movements',
  'carts',
  'cart_lines',
  'adopted_guests',
  // orders and ledger:
];
