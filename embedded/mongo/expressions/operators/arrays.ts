// Expressions over arrays that take plain values.
import { location } from '../../errors.js';
import { isNumber, toNumber } from '../../values/numbers.js';
import { compareValues, equalValues } from '../../values/order.js';
import { sortComparator } from '../../values/sort.js';
import { type Document, isDocument, setField, type Value } from '../../values/types.js';
import { isMissing, named, needArray, needString, type OperatorTable, positional, strict } from '../operator.js';

function whole(name: string, value: Value): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value))) throw location(28690, `${name} needs a whole number`);
  return toNumber(value);
}

function slice(array: Value, a: Value, b: Value): Value {
  if (isMissing(array) || isMissing(a)) return null;
  const list = needArray('$slice', array);
  const first = whole('$slice', a);
  if (b === undefined) return first >= 0 ? list.slice(0, first) : list.slice(first);
  const count = whole('$slice', b);
  if (count <= 0) throw location(28729, '$slice: the third argument must be positive');
  const start = first >= 0 ? first : Math.max(0, list.length + first);
  return list.slice(start, start + count);
}

function range(from: Value, to: Value, step: Value): Value {
  const start = whole('$range', from);
  const end = whole('$range', to);
  const by = step === undefined ? 1 : whole('$range', step);
  if (by === 0) throw location(34449, '$range requires a non-zero step value');
  if (Math.abs((end - start) / by) > 1_000_000) throw location(34450, '$range is limited to 1,000,000 elements here');
  const numbers: number[] = [];
  for (let n = start; by > 0 ? n < end : n > end; n += by) numbers.push(n);
  return numbers;
}

function zip({ inputs, useLongestLength, defaults }: Record<string, Value>): Value {
  const lists = needArray('$zip', inputs);
  if (lists.some(isMissing)) return null;
  const arrays = lists.map((list) => needArray('$zip', list));
  const lengths = arrays.map((array) => array.length);
  const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths);
  const fill = Array.isArray(defaults) ? defaults : [];
  return Array.from({ length }, (_, i) => arrays.map((array, n) => (i < array.length ? array[i] : (fill[n] ?? null))));
}

function arrayToObject(value: Value): Value {
  const result: Document = {};
  for (const entry of needArray('$arrayToObject', value)) {
    if (isDocument(entry)) setField(result, needString('$arrayToObject', entry['k']), entry['v']);
    else if (Array.isArray(entry) && entry.length === 2) {
      setField(result, needString('$arrayToObject', entry[0]), entry[1]);
    } else throw location(40398, '$arrayToObject needs entries of the form [k, v] or {k, v}');
  }
  return result;
}

function sortArray({ input, sortBy }: Record<string, Value>): Value {
  if (isMissing(input)) return null;
  const list = [...needArray('$sortArray', input)];
  if (isDocument(sortBy)) {
    const compare = sortComparator(sortBy);
    return list.sort((a, b) => compare(isDocument(a) ? a : {}, isDocument(b) ? b : {}));
  }
  const direction = whole('$sortArray', sortBy);
  return list.sort((a, b) => compareValues(a, b) * direction);
}

const elementAt = (name: string, array: Value, index: number): Value => needArray(name, array).at(index);

export const arrayOperators: OperatorTable = {
  $size: positional(1, 1, (array) => needArray('$size', array).length),
  $isArray: positional(1, 1, (value) => Array.isArray(value)),
  $arrayElemAt: strict(2, 2, (array, index) => elementAt('$arrayElemAt', array, whole('$arrayElemAt', index))),
  $first: strict(1, 1, (array) => elementAt('$first', array, 0)),
  $last: strict(1, 1, (array) => elementAt('$last', array, -1)),
  $slice: positional(2, 3, slice),
  $concatArrays: strict(1, 1000, (...arrays) => arrays.flatMap((array) => needArray('$concatArrays', array))),
  $in: positional(2, 2, (value, array) => needArray('$in', array).some((element) => equalValues(element, value))),
  $indexOfArray: strict(2, 2, (array, value) =>
    needArray('$indexOfArray', array).findIndex((element) => equalValues(element, value)),
  ),
  $reverseArray: strict(1, 1, (array) => [...needArray('$reverseArray', array)].reverse()),
  $range: positional(2, 3, range),
  $zip: named(['inputs'], ['useLongestLength', 'defaults'], zip),
  $arrayToObject: strict(1, 1, arrayToObject),
  $sortArray: named(['input', 'sortBy'], [], sortArray),
};
