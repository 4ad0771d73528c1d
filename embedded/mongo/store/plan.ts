// Chooses how to find the rows of a filter: by _id, by the index with the longest equality prefix, then a range, then
// the asked order; only without any of these are all rows walked.
import { badValue } from '../errors.js';
import { keyString } from '../values/key-string.js';
import { equalValues } from '../values/order.js';
import { readSort, type SortField } from '../values/sort.js';
import { type Document, isDocument, setField, type Value } from '../values/types.js';
import type { Collection } from './collection.js';
import type { CollectionIndex } from './collection-index.js';
import { type Constraint, readConstraints } from './constraints.js';
import { isUnsettled, type Row, visible } from './row.js';
import { type Bounds, boundsOf, scanIndex } from './scan-index.js';
import type { Transaction } from './transaction.js';

export interface Scan {
  rows: Iterable<Row>;
  /** The rows come in the asked order already. */
  sorted: boolean;
  /** The index used; undefined when all rows are walked. */
  index: string | undefined;
}

type Constraints = Map<string, Constraint>;

/** A partial index serves a filter whose equalities alone put the document into the index. */
function isCovered(index: CollectionIndex, constraints: Constraints): boolean {
  const partial = index.spec['partialFilterExpression'];
  if (!index.covers || !isDocument(partial)) return true;
  const sample: Document = {};
  for (const name of Object.keys(partial)) {
    const values = constraints.get(name)?.equals;
    if (values?.length !== 1 || name.includes('.')) return false;
    setField(sample, name, values[0]);
  }
  return index.covers(sample);
}

const isSingle = (constraint: Constraint | undefined): boolean => constraint?.equals?.length === 1;

/** 1 or -1 when walking the index after `prefix` fields gives the asked order, else 0. */
function orderOf(index: CollectionIndex, sort: SortField[], prefix: number, constraints: Constraints): 1 | -1 | 0 {
  if (index.multikey || index.fields.slice(0, prefix).some((field) => !isSingle(constraints.get(field.name)))) return 0;
  let at = prefix;
  let walk: 1 | -1 | 0 = 0;
  for (const wanted of sort) {
    if (isSingle(constraints.get(wanted.name)) && !index.fields.slice(at).some((f) => f.name === wanted.name)) continue;
    const field = index.fields[at];
    if (field?.name !== wanted.name) return 0;
    const direction = field.direction === wanted.direction ? 1 : -1;
    if (walk !== 0 && walk !== direction) return 0;
    walk = direction;
    at += 1;
  }
  return walk || 1;
}

interface Candidate {
  index: CollectionIndex;
  prefix: number;
  range: boolean;
  order: 1 | -1 | 0;
  score: number;
}

function judge(index: CollectionIndex, constraints: Constraints, sort: SortField[] | null): Candidate | undefined {
  if (index.hidden || !isCovered(index, constraints)) return undefined;
  let prefix = 0;
  while (prefix < index.fields.length && constraints.get(index.fields[prefix]!.name)?.equals) prefix += 1;
  const next = prefix < index.fields.length ? constraints.get(index.fields[prefix]!.name) : undefined;
  const range = next !== undefined && (next.low !== undefined || next.high !== undefined);
  const first = constraints.get(index.fields[0]!.name)?.equals;
  // A sparse index holds a document when the filter demands that its first field exists.
  if (index.sparse && (prefix > 0 ? first!.some((value) => value === null || value === undefined) : !range))
    return undefined;
  const order = sort ? orderOf(index, sort, prefix, constraints) : 0;
  const score = prefix * 4 + (range ? 2 : 0) + (order !== 0 ? 1 : 0);
  return score > 0 ? { index, prefix, range, order, score } : undefined;
}

function hinted(collection: Collection, hint: Value): CollectionIndex | 'walk' | undefined {
  if (hint === undefined || hint === null) return undefined;
  if (isDocument(hint) && '$natural' in hint) return 'walk';
  for (const index of collection.indexes.values()) {
    if (index.name === hint || (isDocument(hint) && equalValues(index.spec['key'], hint))) return index;
  }
  throw badValue('hint provided does not correspond to an existing index');
}

function byId(collection: Collection, ids: Value[]): Scan {
  const rows = new Set<Row>();
  for (const id of ids) {
    const row = collection.rows.get(keyString(id));
    if (row) rows.add(row);
  }
  return { rows, sorted: rows.size < 2, index: '_id_' };
}

/** Plans and starts a scan. Every row that can match is yielded once, in the version visible to the transaction. */
export function planScan(
  collection: Collection,
  filter: Document,
  sort: Document | null,
  transaction: Transaction | null,
  hint: Value,
): Scan {
  const constraints = readConstraints(filter);
  const forced = hinted(collection, hint);
  const ids = constraints.get('_id')?.equals;
  if (ids && !forced) return byId(collection, ids);
  const sortFields = sort && Object.keys(sort).length > 0 ? readSort(sort) : null;
  let best: Candidate | undefined;
  for (const index of collection.indexes.values()) {
    if (forced && forced !== index) continue;
    const candidate = judge(index, constraints, sortFields);
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  const bounds = best ? boundsOf(best.index, best.prefix, constraints, best.range) : undefined;
  if (!best || !bounds) return { rows: collection.rows.values(), sorted: false, index: undefined };
  return {
    rows: visibleRows(best.index, bounds, best.order === -1, transaction),
    sorted: best.order !== 0,
    index: best.index.name,
  };
}

/** Index entries whose key belongs to the version that this reader sees: each document once, at its place. */
function* visibleRows(
  index: CollectionIndex,
  bounds: Bounds,
  backwards: boolean,
  transaction: Transaction | null,
): Generator<Row> {
  const seen = index.multikey ? new Set<Row>() : null;
  for (const [entry, row] of scanIndex(index, bounds, backwards)) {
    if (isUnsettled(row)) {
      const stored = visible(row, transaction);
      if (stored && !index.keysOf(stored.document).includes(entry.slice(0, -row.id.length))) continue;
    }
    if (seen) {
      if (seen.has(row)) continue;
      seen.add(row);
    }
    yield row;
  }
}
