// The document that an upsert inserts: what the filter says is equal, then the update.
import { BSONRegExp } from 'bson';
import { isConditions } from '../match/compile-filter.js';
import { cloneValue, type Document, isDocument, type Value } from '../values/types.js';
import { applyUpdate, isReplacement, withIdFirst } from './apply-update.js';
import type { UpdateContext } from './operator.js';
import { reachOrCreate, write } from './place.js';

/** The one value a condition allows, if there is exactly one. */
function onlyValue(condition: Value): Value {
  if (condition instanceof BSONRegExp) return undefined;
  if (!isConditions(condition)) return condition;
  if ('$eq' in condition) return condition['$eq'];
  const list = condition['$in'] ?? condition['$all'];
  return Array.isArray(list) && list.length === 1 && !(list[0] instanceof BSONRegExp) ? list[0] : undefined;
}

function seedFrom(filter: Document, seed: Document): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' || (name === '$or' && Array.isArray(condition) && condition.length === 1)) {
      for (const part of condition as Value[]) if (isDocument(part)) seedFrom(part, seed);
    } else if (!name.startsWith('$')) {
      const value = onlyValue(condition);
      if (value !== undefined) write(reachOrCreate(seed, name.split('.')), cloneValue(value));
    }
  }
}

/** The new document, without an `_id` when neither filter nor update gives one. */
export function buildUpsert(filter: Document, update: Value, context: UpdateContext): Document {
  const seed: Document = {};
  seedFrom(filter, seed);
  if (!isReplacement(update)) return applyUpdate(seed, update, { ...context, filter, inserting: true });
  const id = seed['_id'];
  const replaced = applyUpdate(id === undefined ? {} : { _id: id }, update, { ...context, filter, inserting: true });
  return withIdFirst(replaced, seed['_id'] === undefined ? {} : { _id: id });
}
