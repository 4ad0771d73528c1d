// What a stored value can be. Numbers keep the type they were sent with: nothing is promoted to a JavaScript number.
import {
  type Binary,
  type BSONRegExp,
  type BSONSymbol,
  type Code,
  type DBRef,
  type Decimal128,
  type Double,
  deserialize,
  type Int32,
  type Long,
  type MaxKey,
  type MinKey,
  type ObjectId,
  serialize,
  type Timestamp,
} from 'bson';

/** `undefined` is "no such field". A plain `number` is an int32 when it is a whole number in range, else a double. */
export type Value =
  | undefined
  | null
  | string
  | boolean
  | number
  | Date
  | Int32
  | Double
  | Long
  | Decimal128
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | Code
  | DBRef
  | MinKey
  | MaxKey
  | Value[]
  | Document;

export interface Document {
  [field: string]: Value;
}

const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/** BSON bytes to a document. Throws when the bytes are not one whole document. */
export const decode = (bytes: Uint8Array): Document => deserialize(bytes, KEEP_TYPES) as Document;

/** A document to BSON bytes; fields that are `undefined` are left out. */
export const encode = (document: Document): Uint8Array => serialize(document, { ignoreUndefined: true });

/** True for an embedded document: not an array, a date, or one of the BSON value classes. */
export function isDocument(value: Value): value is Document {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The field's own value: names such as `constructor` never reach the prototype. */
export const fieldOf = (document: Document, name: string): Value =>
  Object.hasOwn(document, name) ? document[name] : undefined;

/** Sets a field under any name, `__proto__` included. */
export function setField(document: Document, name: string, value: Value): void {
  if (name === '__proto__') {
    Object.defineProperty(document, name, { value, enumerable: true, writable: true, configurable: true });
  } else document[name] = value;
}

/** Copies arrays and embedded documents; scalars are immutable and shared. O(size). */
export function cloneValue<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const name of Object.keys(value)) setField(copy, name, cloneValue(value[name]));
  return copy as T;
}
