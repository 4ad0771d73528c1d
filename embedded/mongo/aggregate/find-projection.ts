// The projection of find: adds $slice, $elemMatch and the positional `field.$` to the general rules.

import { badValue, location, unsupported } from '../errors.js';
import type { Variables } from '../expressions/compile.js';
import { compileFilter, isConditions } from '../match/compile-filter.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { compileProjection, type Leaf, type Projection } from './projection.js';

function readSlice(argument: Value): (value: Value) => Value {
  const parts = Array.isArray(argument) ? argument : [argument];
  const numbers = parts.map((part) => (isNumber(part) ? toNumber(part) : Number.NaN));
  if (numbers.some((n) => !Number.isInteger(n)) || numbers.length > 2)
    throw badValue('$slice needs one or two integers');
  const [first, count] = numbers as [number, number?];
  if (count !== undefined && count <= 0) throw location(28724, 'the limit of $slice must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return first >= 0 ? value.slice(0, first) : value.slice(first);
    const start = first >= 0 ? first : Math.max(0, value.length + first);
    return value.slice(start, start + count);
  };
}

function firstElement(argument: Value, variables: Variables): (value: Value) => Value {
  if (!isDocument(argument)) throw badValue('elemMatch: Invalid argument, object required');
  const onValue = isConditions(argument);
  const accepts = compileFilter(onValue ? { element: argument } : argument, variables);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.find((element) => (onValue ? accepts({ element }) : isDocument(element) && accepts(element)));
    return found === undefined ? undefined : [found];
  };
}

/** `field.$`: the first element that the query's conditions on the field accept. */
function matchedElement(field: string, filter: Document, variables: Variables): (value: Value) => Value {
  const conditions = Object.entries(filter).filter(([name]) => name === field || name.startsWith(`${field}.`));
  if (conditions.length === 0) throw location(51246, `the query has no condition on '${field}' for '${field}.$'`);
  const accepts = compileFilter(Object.fromEntries(conditions), variables);
  return (value) => {
    if (!Array.isArray(value)) return value;
    const found = value.find((element) => accepts({ [field]: [element] }));
    return found === undefined ? [] : [found];
  };
}

/** The projection of find and findAndModify; undefined when the whole document is wanted. */
export function compileFindProjection(
  specification: Value,
  filter: Document,
  variables: Variables,
): ((document: Document) => Document) | undefined {
  if (!isDocument(specification) || Object.keys(specification).length === 0) return undefined;
  const project: Projection = compileProjection(specification, (path, value) => {
    if (path.endsWith('.$')) {
      const field = path.slice(0, -2);
      if (field.includes('.')) throw unsupported(`the positional projection of a nested field (${path})`);
      return { path: field, leaf: changing(matchedElement(field, filter, variables), true) };
    }
    if (!isDocument(value)) return undefined;
    // With arguments for an expression, $slice is one: ["$field", 2].
    if ('$slice' in value && !(Array.isArray(value['$slice']) && typeof value['$slice'][0] === 'string')) {
      return { path, leaf: changing(readSlice(value['$slice']), false) };
    }
    if ('$elemMatch' in value) return { path, leaf: changing(firstElement(value['$elemMatch'], variables), true) };
    if ('$meta' in value) throw unsupported('the projection operator $meta');
    return undefined;
  });
  return (document) => project(document, variables);
}

const changing = (change: (value: Value) => Value, including: boolean): Leaf => ({ kind: 'change', change, including });
