// What the ORM maps, and the tables that are read and written by statements alone.
import { OrderLineRecord } from './order-line-record.js';
import { OrderRecord } from './order-record.js';
import { PaymentRecord } from './payment-record.js';
import { ProductCategoryRecord } from './product-category-record.js';
import { ProductRecord } from './product-record.js';
import { ProductVariantRecord } from './product-variant-record.js';
import { RefundRecord } from './refund-record.js';

export const records = [
  ProductCategoryRecord,
  ProductRecord,
  ProductVariantRecord,
  // orders and payments:
  OrderRecord,
  OrderLineRecord,
  PaymentRecord,
  RefundRecord,
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
  'order_steps',
  'payment_events',
  'provider_inbox',
  'ledger_accounts',
  'ledger_transactions',
  'ledger_entries',
];
