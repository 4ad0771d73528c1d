// BSON type numbers and their names, as $type and error messages use them. https://bsonspec.org/spec.html
import { Binary, BSONRegExp, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { badValue } from '../errors.js';
import { isNumber, kindOf, toNumber } from './numbers.js';
import type { Value } from './types.js';

const NUMBERS: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};
const NAMES = new Map(Object.entries(NUMBERS).map(([name, number]) => [number, name]));

/** The alias of a value's type; "missing" when there is no value. */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (isNumber(value)) return kindOf(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof Code) return 'javascript';
  if (value instanceof MinKey) return 'minKey';
  return value instanceof MaxKey ? 'maxKey' : 'object';
}

/** Type aliases from what $type is given: an alias, a number, or "number" for all four. Throws on unknown ones. */
export function readTypes(wanted: Value): Set<string> {
  const names = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((type) => {
    if (type === 'number') return ['int', 'long', 'double', 'decimal'];
    const name = isNumber(type)
      ? NAMES.get(toNumber(type))
      : typeof type === 'string' && type in NUMBERS
        ? type
        : undefined;
    if (name === undefined) throw badValue(`Unknown type name alias: ${String(type)}`);
    return [name];
  });
  return new Set(names);
}
