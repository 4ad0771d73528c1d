// Joins what one more fetch brought into what is there already.
import { type Fetched, isObject } from './run.js';

/**
 * Writes `source` into `target`, object by object; lists of one length are joined element by element, and everything
 * else is replaced. The same rules as the stock gateway's deepMerge.
 */
export function merge(target: Fetched, source: Fetched): void {
  for (const key in source) {
    const value = source[key];
    // JSON.parse makes `__proto__` a member like any other; assigning it would reach the prototype.
    if (value === undefined || key === '__proto__') continue;
    const there = own(target, key);
    if (there === value) continue;
    if (typeof value !== 'object' || value === null) {
      target[key] = value;
    } else if (typeof there !== 'object' || there === null) {
      target[key] = value;
    } else if (!Array.isArray(value)) {
      merge(there as Fetched, value as Fetched);
    } else if (Array.isArray(there) && there.length === value.length) {
      mergeLists(there, value);
    } else {
      target[key] = value;
    }
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let at = 0; at < source.length; at += 1) {
    const value = source[at];
    const there = target[at];
    if (isObject(value) && isObject(there)) merge(there, value);
    else target[at] = value;
  }
}

/** What every object inherits, such as its `constructor`, are functions, which JSON has not. */
function own(object: Fetched, key: string): unknown {
  const value = object[key];
  return typeof value === 'function' ? undefined : value;
}
