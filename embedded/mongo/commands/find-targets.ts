// Finds the rows that an update or a delete is about.
import type { Variables } from '../expressions/compile.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Collection } from '../store/collection.js';
import { planScan } from '../store/plan.js';
import { type Row, visible } from '../store/row.js';
import type { Transaction } from '../store/transaction.js';
import { keyString } from '../values/key-string.js';
import type { Document, Value } from '../values/types.js';
import { readDocuments } from './read-documents.js';

export interface Target {
  filter: Document;
  sort?: Document | undefined;
  hint?: Value;
  variables: Variables;
}

/** The first matching row in the asked order. */
export function findTarget(collection: Collection, target: Target, transaction: Transaction | null): Row | undefined {
  if (target.sort) {
    const [first] = readDocuments(collection, { ...target, limit: 1 }, transaction);
    return first && collection.rows.get(keyString(first.document['_id']));
  }
  const matches = compileFilter(target.filter, target.variables);
  for (const row of planScan(collection, target.filter, null, transaction, target.hint).rows) {
    const stored = visible(row, transaction);
    if (stored && matches(stored.document)) return row;
  }
  return undefined;
}

/** All matching rows, collected before the first one changes: a write must not meet its own effect in an index. */
export function findTargets(collection: Collection, target: Target, transaction: Transaction | null): Row[] {
  const matches = compileFilter(target.filter, target.variables);
  const found: Row[] = [];
  for (const row of planScan(collection, target.filter, null, transaction, target.hint).rows) {
    const stored = visible(row, transaction);
    if (stored && matches(stored.document)) found.push(row);
  }
  return found;
}

/** The document that a writer may change now, if the row still matches. Throws a write conflict or `Blocked`. */
export function stillMatching(
  collection: Collection,
  row: Row,
  target: Target,
  transaction: Transaction | null,
): Document | undefined {
  const writer = { transaction, entries: [] };
  collection.refuseConflict(row, writer);
  const stored = collection.current(row, writer);
  return stored && compileFilter(target.filter, target.variables)(stored.document) ? stored.document : undefined;
}
