// Walks the part of an index between bounds: a list of equality prefixes, and at most one range behind them.
import { invertKey, typeKey } from '../values/key-string.js';
import { CollectionIndex } from './collection-index.js';
import type { Constraint } from './constraints.js';
import type { Row } from './row.js';

export interface Bounds {
  /** Joined keys of the fields that are equal to something, in index order. */
  prefixes: string[];
  /** Lowest and highest key of the field behind the prefix; `high` includes every key that starts with it. */
  low: string;
  high: string;
}

// {$in: [...]} on several fields multiplies; beyond this, walking all rows is cheaper.
const MAX_PREFIXES = 20_000;

/** Keys to look between; undefined when the equalities are too many. */
export function boundsOf(
  index: CollectionIndex,
  prefix: number,
  constraints: Map<string, Constraint>,
  range: boolean,
): Bounds | undefined {
  let prefixes = [''];
  for (const field of index.fields.slice(0, prefix)) {
    const values = constraints.get(field.name)!.equals!;
    const keys = [...new Set(values.map((value) => CollectionIndex.keyFor(field, value)))].sort();
    if (prefixes.length * keys.length > MAX_PREFIXES) return undefined;
    prefixes = prefixes.flatMap((start) => keys.map((key) => start + key));
  }
  if (!range) return { prefixes, low: '', high: '' };
  const field = index.fields[prefix]!;
  const { low, high } = constraints.get(field.name)!;
  // One bound stays open to the end of its type: comparisons do not leave it.
  const whole = typeKey(low ?? high);
  const ascending = { ...field, direction: 1 as const };
  const lowKey = low === undefined ? whole : CollectionIndex.keyFor(ascending, low);
  // In a multikey index two elements of an array may satisfy one bound each: only one bound may be used.
  const useHigh = high !== undefined && !(index.multikey && low !== undefined);
  const highKey = useHigh ? CollectionIndex.keyFor(ascending, high) : whole;
  return field.direction === 1
    ? { prefixes, low: lowKey, high: highKey }
    : { prefixes, low: invertKey(highKey), high: invertKey(lowKey) };
}

// Above every key: key characters are at most U+FFFF, and none starts with four of them.
const TOP = '\uffff\uffff\uffff\uffff';

function* forwards(index: CollectionIndex, start: string, end: string): Generator<[string, Row]> {
  for (const entry of index.tree.ascending(start)) {
    if (entry[0] > end && !entry[0].startsWith(end)) return;
    yield entry;
  }
}

function* backwards(index: CollectionIndex, start: string, end: string): Generator<[string, Row]> {
  for (const entry of index.tree.descending(end + TOP)) {
    if (entry[0] < start) return;
    yield entry;
  }
}

/** Entries (key and row id joined) between the bounds, in index order or against it. */
export function* scanIndex(index: CollectionIndex, bounds: Bounds, reverse: boolean): Generator<[string, Row]> {
  const walk = reverse ? backwards : forwards;
  for (const prefix of bounds.prefixes) yield* walk(index, prefix + bounds.low, prefix + bounds.high);
}
