// Assigns a computed value at a dotted path, as $addFields does: in every document of an array on the way.
import { type Document, fieldOf, isDocument, setField, type Value } from '../values/types.js';

/** Changes `target`, which must be a fresh object; documents below it are copied before they change. */
export function assignAt(target: Document, path: string[], value: Value): void {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length > 0) setField(target, name, assignInside(fieldOf(target, name), rest, value));
  else if (value === undefined) delete target[name];
  else setField(target, name, value);
}

function assignInside(current: Value, path: string[], value: Value): Value {
  if (Array.isArray(current)) return current.map((element) => assignInside(element, path, value));
  const copy: Document = isDocument(current) ? { ...current } : {};
  assignAt(copy, path, value);
  return copy;
}
