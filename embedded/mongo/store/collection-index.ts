// One index: which keys a document has in it, and the ordered tree of those keys.
import { CommandError } from '../errors.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Predicate } from '../match/predicate.js';
import { invertKey, keyString } from '../values/key-string.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { indexedValues } from '../values/paths.js';
import { show } from '../values/show.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { OrderedKeys } from './ordered-keys.js';
import type { Row } from './row.js';

export interface IndexField {
  name: string;
  path: string[];
  direction: 1 | -1;
}

// A compound index over two arrays would have the product of their elements; MongoDB refuses those.
const MAX_KEYS = 10_000;

export class CollectionIndex {
  readonly tree = new OrderedKeys<Row>();
  readonly name: string;
  readonly fields: IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Set for a partial index: the documents that it holds. */
  readonly covers: Predicate | null;
  /** Some document has several keys here: index order is then no order of documents. */
  multikey = false;

  /** The specification must have been read by `readIndexSpec`. */
  constructor(readonly spec: Document) {
    this.name = spec['name'] as string;
    this.unique = spec['unique'] === true;
    this.sparse = spec['sparse'] === true;
    const partial = spec['partialFilterExpression'];
    this.covers = isDocument(partial) ? compileFilter(partial) : null;
    this.fields = Object.entries(spec['key'] as Document).map(([name, direction]) => ({
      name,
      path: name.split('.'),
      direction: isNumber(direction) && toNumber(direction) < 0 ? -1 : 1,
    }));
  }

  /** The same index without entries, for another collection. */
  empty(): CollectionIndex {
    return new CollectionIndex(this.spec);
  }

  get hidden(): boolean {
    return this.spec['hidden'] === true;
  }

  static keyFor(field: IndexField, value: Value): string {
    const key = keyString(value);
    return field.direction === 1 ? key : invertKey(key);
  }

  /** The keys of a document, none when the index does not hold it. */
  keysOf(document: Document): string[] {
    if (this.covers && !this.covers(document)) return [];
    let keys = [''];
    let present = false;
    let arrays = 0;
    for (const field of this.fields) {
      const { values, multikey } = indexedValues(document, field.path);
      if (multikey) arrays += 1;
      present ||= values.some((value) => value !== undefined);
      const own = [...new Set(values.map((value) => CollectionIndex.keyFor(field, value)))];
      keys = own.length === 1 ? keys.map((key) => key + own[0]) : keys.flatMap((key) => own.map((next) => key + next));
      if (keys.length > MAX_KEYS) throw new CommandError(171, 'CannotIndexParallelArrays', 'too many index keys');
    }
    if (this.sparse && !present) return [];
    if (arrays > 0) this.multikey = true;
    return keys;
  }

  /** Rows under exactly this key. */
  *rowsAt(key: string): Generator<Row> {
    for (const [entry, row] of this.tree.ascending(key)) {
      // No key is a prefix of another: what starts with it is the key itself and a row's id.
      if (!entry.startsWith(key)) return;
      yield row;
    }
  }

  /** The E11000 error that mongoose and people expect, with keyPattern and keyValue. */
  duplicate(namespace: string, document: Document): CommandError {
    const keyValue: Document = {};
    for (const field of this.fields) keyValue[field.name] = indexedValues(document, field.path).values[0] ?? null;
    return new CommandError(
      11000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${namespace} index: ${this.name} dup key: ${show(keyValue)}`,
      { keyPattern: this.spec['key'], keyValue },
    );
  }
}
