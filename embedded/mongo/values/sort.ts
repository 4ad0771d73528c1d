// Sort specifications: {field: 1, other: -1}. An array sorts by its smallest (ascending) or largest element.
import { badValue } from '../errors.js';
import { isNumber, toNumber } from './numbers.js';
import { compareValues } from './order.js';
import { valuesAt } from './paths.js';
import { show } from './show.js';
import { type Document, isDocument, type Value } from './types.js';

export interface SortField {
  path: string[];
  name: string;
  direction: 1 | -1;
}

/** Reads a sort specification. Throws on anything but 1 and -1: $meta and other orders are not known here. */
export function readSort(sort: Document): SortField[] {
  return Object.entries(sort).map(([name, order]) => {
    const direction = isNumber(order) ? toNumber(order) : 0;
    if (direction !== 1 && direction !== -1) {
      const meta = isDocument(order) && '$meta' in order ? ' ($meta is not supported here)' : '';
      throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending), not ${show(order)}${meta}`);
    }
    return { name, path: name.split('.'), direction };
  });
}

function sortKey(document: Document, field: SortField): Value {
  const reached = valuesAt(document, field.path);
  if (reached.length === 1 && !Array.isArray(reached[0])) return reached[0];
  const values = reached.flatMap((value) => (Array.isArray(value) && value.length > 0 ? value : [value]));
  return values.reduce((best, value) => (compareValues(value, best) * field.direction < 0 ? value : best), values[0]);
}

/** Orders documents by a sort specification. */
export function sortComparator(sort: Document): (a: Document, b: Document) => number {
  const fields = readSort(sort);
  return (a, b) => {
    for (const field of fields) {
      const order = compareValues(sortKey(a, field), sortKey(b, field));
      if (order !== 0) return order * field.direction;
    }
    return 0;
  };
}
