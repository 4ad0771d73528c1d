// Dotted paths into documents, with MongoDB's rule that an array on the way stands for each of its elements.
import { DBRef } from 'bson';
import { plain } from './order.js';
import { type Document, fieldOf, isDocument, type Value } from './types.js';

const INDEX = /^\d+$/;

const reach = (value: Value, path: string[], at: number, found: Value[]): void => {
  if (at === path.length) {
    found.push(value);
    return;
  }
  const name = path[at]!;
  if (Array.isArray(value)) {
    if (INDEX.test(name) && Number(name) < value.length) reach(value[Number(name)], path, at + 1, found);
    for (const element of value) if (isDocument(element)) reach(element, path, at, found);
  } else if (isDocument(value)) reach(fieldOf(value, name), path, at + 1, found);
  else if (value instanceof DBRef) reach(fieldOf(plain(value), name), path, at + 1, found);
  else found.push(undefined);
};

/** Every value a path reaches; `undefined` stands for a missing field. Arrays at the end are not opened. */
export function valuesAt(document: Value, path: string[]): Value[] {
  if (path.length === 1 && isDocument(document)) return [fieldOf(document, path[0]!)];
  const found: Value[] = [];
  reach(document, path, 0, found);
  return found;
}

/** The value at a path as an expression reads it: arrays on the way give an array of what their elements hold. */
export function valueAt(value: Value, path: string[], at = 0): Value {
  if (at === path.length) return value;
  if (Array.isArray(value)) {
    return value.map((element) => valueAt(element, path, at)).filter((reached) => reached !== undefined);
  }
  const document = value instanceof DBRef ? plain(value) : value;
  return isDocument(document) ? valueAt(fieldOf(document, path[at]!), path, at + 1) : undefined;
}

/** What one index field sees of a document: the elements of arrays, and whether there were arrays at all. */
export function indexedValues(document: Document, path: string[]): { values: Value[]; multikey: boolean } {
  const reached = valuesAt(document, path);
  let multikey = reached.length > 1;
  const values: Value[] = [];
  for (const value of reached) {
    if (Array.isArray(value)) {
      multikey = true;
      // The whole array is a key too, so that equality with an array finds it.
      if (value.length > 0) values.push(...value);
      values.push(value);
    } else values.push(value);
  }
  if (values.length === 0) values.push(undefined);
  return { values, multikey };
}
