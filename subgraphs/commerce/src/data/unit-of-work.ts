// The only door to writing: writers exist inside `transact`, and so does announcing.
import type { MikroORM } from '@mikro-orm/postgresql';
import type { OnceRequest } from '@mosaic/kernel/idempotency/once-request';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { once } from '@mosaic/kernel/stores/postgres-idempotency';
import { appendToOutbox, recordApplied } from '@mosaic/kernel/stores/postgres-outbox';
import type { Clock } from '@mosaic/kernel/values/time';
import { writeSearch } from './search/write-search.js';
import { writeCarts } from './writers/write-carts.js';
import { writeLedger } from './writers/write-ledger.js';
import { writeOrders } from './writers/write-orders.js';
import { writePayments } from './writers/write-payments.js';
import { writeProducts } from './writers/write-products.js';
import { writeStock } from './writers/write-stock.js';

const writersIn = (em: MikroORM['em'], now: Date) => ({
  carts: writeCarts(em, now),
  ledger: writeLedger(em, now),
  orders: writeOrders(em, now),
  payments: writePayments(em, now),
  products: writeProducts(em),
  search: writeSearch(em),
  stock: writeStock(em, now),
});

/**
 * One transaction. Locks are taken in one order, so that no two units wait for each other: idempotency key, carts (a
 * guest's before a user's), products, orders, then stock in variant order.
 */
export interface Unit extends ReturnType<typeof writersIn> {
  readonly now: Date;
  /** Runs at most once per key; a repetition answers what the first answered. Keep JSON: ids, not entities. */
  once<T>(request: Omit<OnceRequest, 'now'>, run: () => Promise<T | Refusal>): Promise<T | Refusal>;
  /** False when this reaction had applied this event before. */
  isFirst(reaction: string, eventId: string): Promise<boolean>;
  /** Stands or falls with everything else in the unit. */
  announce(event: OutboxEvent): void;
}

/**
 * Runs `work` and commits when it resolves, also with a refusal: whoever refuses decides what was written before.
 * Rolls everything back when it throws.
 */
export type Transact = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/** `onAnnounced` is called after a commit that announced something. */
export const unitOfWork =
  (orm: MikroORM, clock: Clock, onAnnounced: () => void): Transact =>
  async (work) => {
    const announced: OutboxEvent[] = [];
    const result = await orm.em.fork().transactional(async (em) => {
      const now = clock.now();
      const outcome = await work({
        ...writersIn(em as MikroORM['em'], now),
        now,
        once: (request, run) => once(em as MikroORM['em'], { ...request, now }, run),
        isFirst: (reaction, eventId) => recordApplied(em as MikroORM['em'], reaction, eventId),
        announce: (event) => announced.push(event),
      });
      await appendToOutbox(em as MikroORM['em'], announced);
      return outcome;
    });
    if (announced.length > 0) onAnnounced();
    return result;
  };
