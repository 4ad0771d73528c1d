// MongoDB's order over values of all types, and equality by that order.
// https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { compareNumbers, type NumberValue } from './numbers.js';
import type { Document, Value } from './types.js';

/** Position of each type in the order; null and missing share one, so do all numbers. */
export const RANK = {
  minKey: 0,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 55,
  code: 60,
  maxKey: 100,
} as const;

export function rankOf(value: Value): number {
  if (value === undefined || value === null) return RANK.null;
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'number') return RANK.number;
  if (typeof value === 'boolean') return RANK.boolean;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof Timestamp) return RANK.timestamp;
  if (value instanceof Int32 || value instanceof Double || value instanceof Long || value instanceof Decimal128) {
    return RANK.number;
  }
  if (value instanceof ObjectId) return RANK.objectId;
  if (value instanceof Binary) return RANK.binary;
  if (value instanceof BSONSymbol) return RANK.string;
  if (value instanceof BSONRegExp) return RANK.regex;
  if (value instanceof MinKey) return RANK.minKey;
  if (value instanceof MaxKey) return RANK.maxKey;
  return value instanceof Code ? RANK.code : RANK.object;
}

/** UTF-8 byte order, computed on UTF-16 units: surrogates (code points above U+FFFF) sort after U+E000..U+FFFF. */
export const byteOrderUnit = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;

export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return byteOrderUnit(x) - byteOrderUnit(y);
  }
  return a.length - b.length;
}

function compareDocuments(a: Document, b: Document): number {
  const namesA = Object.keys(a);
  const namesB = Object.keys(b);
  const end = Math.min(namesA.length, namesB.length);
  for (let i = 0; i < end; i++) {
    const nameA = namesA[i]!;
    const nameB = namesB[i]!;
    const result =
      rankOf(a[nameA]) - rankOf(b[nameB]) || compareStrings(nameA, nameB) || compareValues(a[nameA], b[nameB]);
    if (result !== 0) return result;
  }
  return namesA.length - namesB.length;
}

function compareArrays(a: Value[], b: Value[]): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const result = compareValues(a[i], b[i]);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

export const bytesOf = (binary: Binary): Uint8Array => binary.buffer.subarray(0, binary.position);

const compareBinaries = (a: Binary, b: Binary): number =>
  a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b));

/** Negative, zero or positive. Compares any two values; documents compare field by field, in their order. */
export function compareValues(a: Value, b: Value): number {
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case RANK.number:
      return compareNumbers(a as NumberValue, b as NumberValue);
    case RANK.string:
      return compareStrings(String(a), String(b));
    case RANK.object:
      return compareDocuments(plain(a), plain(b));
    case RANK.array:
      return compareArrays(a as Value[], b as Value[]);
    case RANK.binary:
      return compareBinaries(a as Binary, b as Binary);
    case RANK.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.boolean:
      return Number(a) - Number(b);
    case RANK.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case RANK.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case RANK.regex:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case RANK.code:
      return compareStrings((a as Code).code, (b as Code).code);
    default:
      return 0;
  }
}

/** The decoder turns {$ref, $id} into a DBRef: its fields count as those of a document. */
export const plain = (value: Value): Document =>
  value instanceof DBRef ? ({ $ref: value.collection, $id: value.oid as Value } as Document) : (value as Document);

export const equalValues = (a: Value, b: Value): boolean => a === b || compareValues(a, b) === 0;
