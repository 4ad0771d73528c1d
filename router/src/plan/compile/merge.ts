// Joins what one more fetch brought into what is there already.
import { type Fetched, isObject } from './run.js';

/**
 * Writes `source` into `target`, object by object; lists of one length are joined element by element, and everything
 * else is replaced. The same rules as the stock gateway's deepMerge. Targets of a shared source get copies, because
 * later fetches write into them.
 */
export function merge(target: Fetched, source: Fetched, isShared = false): void {
  for (const key in source) {
    const value = source[key];
    // JSON.parse makes `__proto__` a member like any other; assigning it would reach the prototype.
    if (value === undefined || key === '__proto__') continue;
    const there = own(target, key);
    if (typeof value !== 'object' || value === null) {
      target[key] = value;
    } else if (typeof there !== 'object' || there === null) {
      target[key] = isShared ? copy(value) : value;
    } else if (!Array.isArray(value)) {
      merge(there as Fetched, value as Fetched, isShared);
    } else if (Array.isArray(there) && there.length === value.length) {
      mergeLists(there, value, isShared);
    } else {
      target[key] = isShared ? copy(value) : value;
    }
  }
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const twin: Fetched = {};
  for (const key in value) if (key !== '__proto__') twin[key] = copy((value as Fetched)[key]);
  return twin;
}

function mergeLists(target: unknown[], source: readonly unknown[], isShared: boolean): void {
  for (const [at, value] of source.entries()) {
    const there = target[at];
    if (isObject(value) && isObject(there)) merge(there, value, isShared);
    else target[at] = isShared ? copy(value) : value;
  }
}

/** Names that every object inherits, such as `constructor`, are no members until they are its own. */
const own = (object: Fetched, key: string): unknown =>
  key in Object.prototype && !Object.hasOwn(object, key) ? undefined : object[key];
