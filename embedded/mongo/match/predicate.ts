// How a condition on one path looks at a document: at each value reached, and at each element of a reached array.
import { valuesAt } from '../values/paths.js';
import { type Document, fieldOf, type Value } from '../values/types.js';

export type Test = (value: Value) => boolean;
export type Predicate = (document: Document) => boolean;

const passes = (value: Value, test: Test): boolean => test(value) || (Array.isArray(value) && value.some(test));

/** True when any value at the path passes, or any element of an array there. */
export function anyAt(path: string[], test: Test): Predicate {
  if (path.length === 1) {
    const name = path[0]!;
    return (document) => passes(fieldOf(document, name), test);
  }
  return (document) => valuesAt(document, path).some((value) => passes(value, test));
}

/** True when any value at the path passes as a whole: arrays are not opened. */
export const wholeAt =
  (path: string[], test: Test): Predicate =>
  (document) =>
    valuesAt(document, path).some(test);

export const not =
  (predicate: Predicate): Predicate =>
  (document) =>
    !predicate(document);

export const all = (predicates: Predicate[]): Predicate =>
  predicates.length === 1 ? predicates[0]! : (document) => predicates.every((predicate) => predicate(document));
