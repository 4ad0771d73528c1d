// $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin: comparisons stay within one type (type bracketing).
import { BSONRegExp, Int32, MaxKey, MinKey, ObjectId } from 'bson';
import { badValue } from '../errors.js';
import { keyString } from '../values/key-string.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { compareValues, rankOf } from '../values/order.js';
import { regexTest } from '../values/regex.js';
import { isDocument, type Value } from '../values/types.js';
import { anyAt, not, type Predicate, type Test } from './predicate.js';

/** Equality with null also accepts a missing field. */
export function equalTo(wanted: Value): Test {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  if (typeof wanted === 'string') return (value) => value === wanted;
  if (wanted instanceof ObjectId) return (value) => value instanceof ObjectId && wanted.equals(value);
  if (wanted instanceof Int32) {
    const n = wanted.value;
    return (value) =>
      value instanceof Int32 ? value.value === n : value !== undefined && compareValues(value, wanted) === 0;
  }
  return (value) => value !== undefined && compareValues(value, wanted) === 0;
}

const isNaNValue = (value: Value): boolean => isNumber(value) && Number.isNaN(toNumber(value));

function inRange(bound: Value, accept: (order: number) => boolean): Test {
  if (bound instanceof MinKey || bound instanceof MaxKey) {
    return (value) => value !== undefined && accept(compareValues(value, bound));
  }
  const rank = rankOf(bound);
  const nan = isNaNValue(bound);
  return (value) => {
    if (rankOf(value) !== rank) return false;
    if (nan || isNaNValue(value)) return nan && isNaNValue(value) && accept(0);
    return accept(compareValues(value, bound));
  };
}

const range =
  (accept: (order: number) => boolean) =>
  (path: string[], bound: Value): Predicate => {
    if (bound instanceof BSONRegExp) throw badValue("Can't have RegEx as arg to predicate over field");
    return anyAt(path, inRange(bound, accept));
  };

/** Membership: O(1) per value through key strings, regexes one by one. */
function within(operator: string, path: string[], list: Value): Predicate {
  if (!Array.isArray(list)) throw badValue(`${operator} needs an array`);
  const patterns = list.filter((wanted) => wanted instanceof BSONRegExp).map(regexTest);
  const keys = new Set<string>();
  for (const wanted of list) {
    if (wanted instanceof BSONRegExp) continue;
    if (isDocument(wanted) && Object.keys(wanted)[0]?.startsWith('$'))
      throw badValue(`cannot nest $ under ${operator}`);
    keys.add(keyString(wanted));
  }
  return anyAt(path, (value) => keys.has(keyString(value)) || patterns.some((test) => test(value)));
}

export type FieldCondition = (path: string[], argument: Value) => Predicate;

export const comparisonConditions: Readonly<Record<string, FieldCondition>> = {
  $eq: (path, wanted) => anyAt(path, equalTo(wanted)),
  $ne: (path, wanted) => {
    if (wanted instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
    return not(anyAt(path, equalTo(wanted)));
  },
  $gt: range((order) => order > 0),
  $gte: range((order) => order >= 0),
  $lt: range((order) => order < 0),
  $lte: range((order) => order <= 0),
  $in: (path, list) => within('$in', path, list),
  $nin: (path, list) => not(within('$nin', path, list)),
};
