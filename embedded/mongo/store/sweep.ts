// What happens by itself, once a second: TTL indexes delete, abandoned transactions, cursors and sessions end.
import type { Cursors } from '../commands/cursors.js';
import { compileFilter } from '../match/compile-filter.js';
import { isNumber, toNumber } from '../values/numbers.js';
import type { Collection } from './collection.js';
import type { CollectionIndex } from './collection-index.js';
import { boundsOf, scanIndex } from './scan-index.js';
import type { Sessions } from './sessions.js';
import type { Store } from './store.js';

const EVERY_MS = 1_000;
/**
 * As transactionLifetimeLimitSeconds in the compose file. A client that died leaves its transaction open, with every
 * document it wrote; this is shorter than its successor tries again after a conflict.
 */
const TRANSACTION_MS = 3_000;
/** As logicalSessionTimeoutMinutes in the handshake. */
const SESSION_MS = 30 * 60_000;

function expire(store: Store, collection: Collection, index: CollectionIndex, seconds: number): void {
  const { name } = index.fields[0]!;
  const limit = new Date(Date.now() - seconds * 1000);
  const expired = compileFilter({ [name]: { $lt: limit } });
  // Only what the index itself holds is due: a partial one leaves other documents alone, however old.
  const bounds = boundsOf(index, 0, new Map([[name, { high: limit }]]), true)!;
  const rows = new Set([...scanIndex(index, bounds, false)].map(([, row]) => row));
  for (const row of rows) {
    // A row that a transaction is writing is looked at again later.
    if (row.pending || !row.latest?.stored) continue;
    const { document } = row.latest.stored;
    if (!expired(document) || index.covers?.(document) === false) continue;
    const writer = { transaction: null, entries: [] };
    collection.remove(row, writer);
    store.append(writer.entries);
  }
}

/** Deletes what TTL indexes say is due. O(log n + deleted) per index. */
export function expireDocuments(store: Store): void {
  for (const collection of store.collections.values()) {
    for (const index of collection.indexes.values()) {
      const seconds = index.spec['expireAfterSeconds'];
      if (isNumber(seconds)) expire(store, collection, index, toNumber(seconds));
    }
  }
}

function endAbandoned(store: Store, sessions: Sessions, now: number): void {
  for (const session of sessions.all) {
    if (session.transaction?.state === 'open' && now - session.transaction.startedAt > TRANSACTION_MS) {
      store.abort(session.transaction);
    }
    if (session.transaction?.state !== 'open' && now - session.lastUsedAt > SESSION_MS) {
      store.append(sessions.end(session.key));
    }
  }
}

export function startSweeping(store: Store, sessions: Sessions, cursors: Cursors): { stop(): void } {
  const timer = setInterval(() => {
    expireDocuments(store);
    endAbandoned(store, sessions, Date.now());
    cursors.endIdle(Date.now());
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
