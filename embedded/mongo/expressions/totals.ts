// Running totals: what $group accumulates over documents, and $sum, $avg, $min and $max over arrays.
import { Double, Int32 } from 'bson';
import { combineOrWiden, divide } from '../values/arithmetic.js';
import { keyString } from '../values/key-string.js';
import { isNumber, type NumberValue, toNumber } from '../values/numbers.js';
import { compareValues } from '../values/order.js';
import type { Value } from '../values/types.js';

/** Takes values one at a time; `undefined` means that the field was missing. */
export interface Total {
  add(value: Value): void;
  result(): Value;
}

const sum = (): Total => {
  let total: NumberValue = new Int32(0);
  return {
    add(value) {
      if (isNumber(value)) total = combineOrWiden('add', total, value);
    },
    result: () => total,
  };
};

const average = (): Total => {
  let total: NumberValue = new Int32(0);
  let count = 0;
  return {
    add(value) {
      if (!isNumber(value)) return;
      total = combineOrWiden('add', total, value);
      count += 1;
    },
    result: () => (count === 0 ? null : divide(total, count)),
  };
};

/** The least (-1) or greatest (1) value that is neither null nor missing. */
const extreme = (sign: 1 | -1) => (): Total => {
  let best: Value = null;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (best === null || compareValues(value, best) * sign > 0) best = value;
    },
    result: () => best,
  };
};

const first = (): Total => {
  let taken = false;
  let kept: Value = null;
  return {
    add(value) {
      if (!taken) kept = value ?? null;
      taken = true;
    },
    result: () => kept,
  };
};

const last = (): Total => {
  let kept: Value = null;
  return {
    add(value) {
      kept = value ?? null;
    },
    result: () => kept,
  };
};

const push = (): Total => {
  const list: Value[] = [];
  return {
    add(value) {
      if (value !== undefined) list.push(value);
    },
    result: () => list,
  };
};

const addToSet = (): Total => {
  const set = new Map<string, Value>();
  return {
    add(value) {
      if (value !== undefined) set.set(keyString(value), value);
    },
    result: () => [...set.values()],
  };
};

/** Welford's running variance; `sample` divides by n - 1. */
const deviation = (sample: boolean) => (): Total => {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (!isNumber(value)) return;
      const n = toNumber(value);
      count += 1;
      const delta = n - mean;
      mean += delta / count;
      squares += delta * (n - mean);
    },
    result: () => {
      const divisor = sample ? count - 1 : count;
      return divisor > 0 ? new Double(Math.sqrt(squares / divisor)) : null;
    },
  };
};

/** Totals by accumulator name. */
export const totals: Readonly<Record<string, () => Total>> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
};
