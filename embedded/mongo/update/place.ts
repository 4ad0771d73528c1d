// Reaching and changing one field of a document that is being updated.
import { CommandError } from '../errors.js';
import { show } from '../values/show.js';
import { type Document, fieldOf, isDocument, setField, type Value } from '../values/types.js';

/** Where a path ends: the document or array that holds the field, and the field's name. */
export interface Place {
  holder: Document | Value[];
  name: string;
}

const INDEX = /^\d+$/;
// MongoDB pads arrays with nulls up to the index set; a bound keeps one update from filling the memory.
const MAX_PADDING = 1_500_000;

const notViable = (name: string, holder: Value): CommandError =>
  new CommandError(28, 'PathNotViable', `Cannot create field '${name}' in element ${show(holder)}`);

export const read = ({ holder, name }: Place): Value =>
  Array.isArray(holder) ? (INDEX.test(name) ? holder[Number(name)] : undefined) : fieldOf(holder, name);

export function write({ holder, name }: Place, value: Value): void {
  if (!Array.isArray(holder)) {
    setField(holder, name, value);
    return;
  }
  const index = Number(name);
  if (index - holder.length > MAX_PADDING)
    throw new CommandError(2, 'BadValue', `can't backfill more than ${MAX_PADDING} elements`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** Finds the place of a path; missing documents on the way are created. Throws where a scalar is in the way. */
export function reachOrCreate(document: Document, path: string[]): Place {
  let holder: Document | Value[] = document;
  for (const name of path.slice(0, -1)) {
    const place: Place = { holder, name };
    if (Array.isArray(holder) && !INDEX.test(name)) throw notViable(name, holder);
    let next = read(place);
    if (next === undefined) {
      next = {};
      write(place, next);
    }
    if (!Array.isArray(next) && !isDocument(next)) throw notViable(path.at(-1)!, { [name]: next });
    holder = next;
  }
  const name = path.at(-1)!;
  if (Array.isArray(holder) && !INDEX.test(name)) throw notViable(name, holder);
  return { holder, name };
}

/** Finds the place of a path when all of the way to it exists. */
export function reach(document: Document, path: string[]): Place | undefined {
  let holder: Document | Value[] = document;
  for (const name of path.slice(0, -1)) {
    const next = read({ holder, name });
    if (!Array.isArray(next) && !isDocument(next)) return undefined;
    holder = next;
  }
  const place = { holder, name: path.at(-1)! };
  return Array.isArray(holder) && !INDEX.test(place.name) ? undefined : place;
}
