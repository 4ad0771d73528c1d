// Turns the positional parts of an update path, `$`, `$[]` and `$[name]`, into the array indexes that they stand for.
import { badValue } from '../errors.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Predicate } from '../match/predicate.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import type { UpdateContext } from './operator.js';
import { reach, read } from './place.js';

const isPositional = (name: string): boolean => name === '$' || (name.startsWith('$[') && name.endsWith(']'));

const valueAtPath = (document: Document, path: string[]): Value => {
  const place = reach(document, path);
  return place ? read(place) : undefined;
};

/** The identifier that an array filter speaks of; all of its conditions must speak of the same one. */
function identifierOf(filter: Document): string {
  const names = new Set(
    Object.entries(filter).flatMap(([name, condition]) => {
      if (!name.startsWith('$')) return [name.split('.')[0]!];
      return Array.isArray(condition) ? condition.filter(isDocument).map(identifierOf) : [];
    }),
  );
  if (names.size !== 1) throw badValue('an array filter must speak of exactly one identifier');
  return [...names][0]!;
}

/** Refuses array filters that no path of the update uses, as MongoDB does. */
export function checkArrayFilters(arrayFilters: Document[], paths: string[]): void {
  for (const filter of arrayFilters) {
    const name = identifierOf(filter);
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) throw badValue(`array filter identifier '${name}' must start lowercase`);
    if (!paths.some((path) => path.split('.').includes(`$[${name}]`))) {
      throw badValue(`The array filter for identifier '${name}' was not used in the update`);
    }
  }
}

function filteredIndexes(array: Value[], identifier: string, path: string[], context: UpdateContext): number[] {
  const filters = context.arrayFilters.filter((filter) => identifierOf(filter) === identifier);
  if (filters.length === 0)
    throw badValue(`No array filter found for identifier '${identifier}' in path '${path.join('.')}'`);
  const tests = filters.map((filter) => compileFilter(filter, context.variables));
  return array.flatMap((element, index) => (tests.every((test) => test({ [identifier]: element })) ? [index] : []));
}

/** The query's conditions on the array: the last one decides which element `$` means. */
function conditionsOn(filter: Document, arrayPath: string): Document[] {
  return Object.entries(filter).flatMap(([name, condition]): Document[] => {
    if ((name === '$and' || name === '$or') && Array.isArray(condition)) {
      return condition.filter(isDocument).flatMap((part) => conditionsOn(part, arrayPath));
    }
    return name === arrayPath || name.startsWith(`${arrayPath}.`) ? [{ [name]: condition }] : [];
  });
}

/** A document that holds only this array with this one element: does the condition still accept it? */
function holding(path: string[], element: Value): Document {
  return path.reduceRight<Value>((inner, name) => ({ [name]: inner }), [element]) as Document;
}

const NO_MATCH = 'The positional operator did not find the match needed from the query.';

function matchedIndex(array: Value[], path: string[], context: UpdateContext): number {
  const condition = conditionsOn(context.filter, path.join('.')).at(-1);
  if (!condition) throw badValue(NO_MATCH);
  const accepts: Predicate = compileFilter(condition, context.variables);
  const index = array.findIndex((element) => accepts(holding(path, element)));
  if (index < 0) throw badValue(NO_MATCH);
  return index;
}

/** All concrete paths of an update path, in the document as it stands; none when an array is empty. */
export function expandPath(document: Document, original: Document, path: string[], context: UpdateContext): string[][] {
  let found: string[][] = [[]];
  for (const name of path) {
    if (!isPositional(name)) {
      found = found.map((start) => [...start, name]);
      continue;
    }
    found = found.flatMap((start) => {
      const array = name === '$' ? valueAtPath(original, start) : valueAtPath(document, start);
      if (!Array.isArray(array)) {
        if (name === '$') throw badValue(NO_MATCH);
        throw badValue(`The path '${start.join('.')}' must exist in the document in order to apply array updates.`);
      }
      if (name === '$') return [[...start, String(matchedIndex(array, start, context))]];
      const all = name === '$[]';
      const indexes = all ? array.map((_, index) => index) : filteredIndexes(array, name.slice(2, -1), path, context);
      return indexes.map((index) => [...start, String(index)]);
    });
  }
  return found;
}
