// Arrays as sets: elements are the same when MongoDB's order says that they are equal.

import { keyString } from '../../values/key-string.js';
import { isTruthy } from '../../values/numbers.js';
import type { Value } from '../../values/types.js';
import { needArray, type OperatorTable, positional, strict } from '../operator.js';

const asSet = (name: string, array: Value): Map<string, Value> =>
  new Map(needArray(name, array).map((element) => [keyString(element), element]));

const sameKeys = (a: Map<string, Value>, b: Map<string, Value>): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));

function intersection(...arrays: Value[]): Value {
  const [first, ...others] = arrays.map((array) => asSet('$setIntersection', array));
  return [...first!].filter(([key]) => others.every((set) => set.has(key))).map(([, value]) => value);
}

function difference(a: Value, b: Value): Value {
  const without = asSet('$setDifference', b);
  return [...asSet('$setDifference', a)].filter(([key]) => !without.has(key)).map(([, value]) => value);
}

export const setOperators: OperatorTable = {
  $setUnion: strict(1, 1000, (...arrays) => [
    ...asSet(
      '$setUnion',
      arrays.flatMap((array) => needArray('$setUnion', array)),
    ).values(),
  ]),
  $setIntersection: strict(1, 1000, intersection),
  $setDifference: strict(2, 2, difference),
  $setEquals: positional(2, 1000, (first, ...others) =>
    others.every((other) => sameKeys(asSet('$setEquals', first), asSet('$setEquals', other))),
  ),
  $setIsSubset: positional(2, 2, (a, b) => {
    const whole = asSet('$setIsSubset', b);
    return [...asSet('$setIsSubset', a).keys()].every((key) => whole.has(key));
  }),
  $anyElementTrue: positional(1, 1, (array) => needArray('$anyElementTrue', array).some(isTruthy)),
  $allElementsTrue: positional(1, 1, (array) => needArray('$allElementsTrue', array).every(isTruthy)),
};
