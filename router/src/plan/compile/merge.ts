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
    if (typeof value !== 'object' || value === null || typeof there !== 'object' || there === null) {
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

/** The same from a source that others are merged from as well: they must not come to share objects. */
export const mergeCopy = (target: Fetched, source: Fetched): void => merge(target, copy(source) as Fetched);

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const twin: Fetched = {};
  for (const key in value) if (key !== '__proto__') twin[key] = copy((value as Fetched)[key]);
  return twin;
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [at, value] of source.entries()) {
    const there = target[at];
    if (isObject(value) && isObject(there)) merge(there, value);
    else target[at] = value;
  }
}

/** Names that every object inherits, such as `constructor`, are no members until they are its own. */
const own = (object: Fetched, key: string): unknown =>
  key in Object.prototype && !Object.hasOwn(object, key) ? undefined : object[key];
