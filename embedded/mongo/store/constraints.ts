// What a filter demands of single fields: equalities and ranges that an index can serve.
// The result may allow more documents than the filter; the filter itself is always checked afterwards.
import { BSONRegExp } from 'bson';
import { isConditions } from '../match/compile-filter.js';
import { RANK, rankOf } from '../values/order.js';
import { type Document, isDocument, type Value } from '../values/types.js';

export interface Constraint {
  /** The field holds one of these. */
  equals?: Value[];
  low?: Value;
  high?: Value;
}

/** Values whose range is a range of keys: one type's, without null, documents and arrays. */
const isBound = (value: Value): boolean => {
  const rank = rankOf(value);
  return rank > RANK.null && rank < RANK.code && rank !== RANK.object && rank !== RANK.array;
};

function narrow(constraints: Map<string, Constraint>, name: string, found: Constraint): void {
  const known = constraints.get(name) ?? {};
  if (found.equals && (!known.equals || found.equals.length < known.equals.length)) known.equals = found.equals;
  if (known.low === undefined && found.low !== undefined) known.low = found.low;
  if (known.high === undefined && found.high !== undefined) known.high = found.high;
  constraints.set(name, known);
}

function readConditions(conditions: Document): Constraint {
  const found: Constraint = {};
  if ('$eq' in conditions) found.equals = [conditions['$eq']];
  const list = conditions['$in'];
  if (Array.isArray(list) && !list.some((value) => value instanceof BSONRegExp)) found.equals ??= list;
  const low = conditions['$gt'] ?? conditions['$gte'];
  const high = conditions['$lt'] ?? conditions['$lte'];
  if (isBound(low)) found.low = low;
  // Bounds of two types match nothing together; the lower one alone is enough to find that out.
  if (isBound(high) && (found.low === undefined || rankOf(low) === rankOf(high))) found.high = high;
  return found;
}

function collect(filter: Document, constraints: Map<string, Constraint>): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) collect(part, constraints);
    } else if (name.startsWith('$') || condition instanceof BSONRegExp) continue;
    else if (isConditions(condition)) {
      const found = readConditions(condition);
      if (found.equals || found.low !== undefined || found.high !== undefined) narrow(constraints, name, found);
    } else narrow(constraints, name, { equals: [condition] });
  }
}

export function readConstraints(filter: Document): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>();
  collect(filter, constraints);
  return constraints;
}
