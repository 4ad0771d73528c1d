/** The six kinds of value a key can hold. All of it is plain data, so that a snapshot can be written as it is. */
import type { SortedSet } from './sorted-set.js';
import type { Stream } from './stream.js';

/** Kind of value (the answer of TYPE) -> the data held. Strings are latin1 runs of bytes everywhere. */
export interface ValueKinds {
  string: string;
  hash: Map<string, string>;
  list: string[];
  set: Set<string>;
  zset: SortedSet;
  stream: Stream;
}

export type Kind = keyof ValueKinds;

export type Value = { [K in Kind]: { kind: K; data: ValueKinds[K] } }[Kind];
export type ValueOf<K extends Kind> = Extract<Value, { kind: K }>;

export function emptyValue(kind: Kind): Value {
  switch (kind) {
    case 'string':
      return { kind, data: '' };
    case 'hash':
      return { kind, data: new Map() };
    case 'list':
      return { kind, data: [] };
    case 'set':
      return { kind, data: new Set() };
    case 'zset':
      return { kind, data: { scores: new Map(), ordered: [] } };
    case 'stream':
      return { kind, data: { entries: [], lastId: 0n, maxDeletedId: 0n, entriesAdded: 0, groups: new Map() } };
  }
}

/** True for a collection without elements: such a key does not exist. Streams may be empty. */
export function isEmptyCollection(value: Value): boolean {
  switch (value.kind) {
    case 'hash':
    case 'set':
      return value.data.size === 0;
    case 'list':
      return value.data.length === 0;
    case 'zset':
      return value.data.scores.size === 0;
    case 'string':
    case 'stream':
      return false;
  }
}
