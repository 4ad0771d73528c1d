// Updates one document, or inserts it when the update is an upsert: what `update` and `findAndModify` have in common.
import { ObjectId } from 'bson';
import type { Collection } from '../store/collection.js';
import type { Row } from '../store/row.js';
import type { Writer } from '../store/transaction.js';
import { applyUpdate, withIdFirst } from '../update/apply-update.js';
import { buildUpsert } from '../update/upsert.js';
import type { Document, Value } from '../values/types.js';
import type { CommandContext } from './command.js';
import { findTarget, type Target } from './find-targets.js';
import { checkStorable } from './write-statement.js';

export interface Update extends Target {
  update: Value;
  arrayFilters: Document[];
  upsert: boolean;
}

export interface Change {
  before: Document | null;
  after: Document | null;
  modified: boolean;
  upserted: boolean;
}

const NOTHING: Change = { before: null, after: null, modified: false, upserted: false };

/** Applies an update to a row that the writer may change. An update that changes no byte writes nothing. */
export function changeRow(
  context: CommandContext,
  collection: Collection,
  row: Row,
  update: Update,
  command: Document,
  writer: Writer,
): Change {
  collection.refuseConflict(row, writer);
  const current = collection.current(row, writer)!;
  const after = applyUpdate(current.document, update.update, { ...update, inserting: false });
  const stored = context.store.prepare(after);
  if (Buffer.compare(stored.raw, current.raw) === 0) {
    return { before: current.document, after: current.document, modified: false, upserted: false };
  }
  checkStorable(collection, stored, command);
  collection.replace(row, stored, writer);
  return { before: current.document, after, modified: true, upserted: false };
}

/** The whole of a single-document update, to be run inside `writeStatement`. */
export function changeOne(
  context: CommandContext,
  collection: Collection,
  update: Update,
  command: Document,
  writer: Writer,
): Change {
  const row = findTarget(collection, update, context.transaction);
  if (row) return changeRow(context, collection, row, update, command, writer);
  if (!update.upsert) return NOTHING;
  const built = buildUpsert(update.filter, update.update, { ...update, inserting: true });
  const stored = context.store.prepare(withIdFirst(built, { _id: new ObjectId() }));
  checkStorable(collection, stored, command);
  collection.insert(stored, writer);
  return { before: null, after: stored.document, modified: false, upserted: true };
}
