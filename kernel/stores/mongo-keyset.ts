// One page of a list by keyset: no offsets, so a page costs the same wherever it lies and rows that move are not lost.

import { type Model, trusted } from 'mongoose';
import type { CursorKey } from '../paging/cursor.js';
import type { Page } from '../paging/page.js';

/** The list's order: a field, then `_id`, both ascending (1) or both descending (-1). */
export interface Order {
  readonly by: string;
  readonly way: 1 | -1;
  /** Dates travel in cursors as epoch milliseconds. */
  readonly isDate: boolean;
}

/** Rows strictly beyond the key in the direction `operator` says. */
function beyond({ by, isDate }: Order, [value, id]: CursorKey, operator: '$gt' | '$lt'): object {
  const edge = isDate ? new Date(Number(value)) : value;
  return { $or: [{ [by]: trusted({ [operator]: edge }) }, { [by]: edge, _id: trusted({ [operator]: id }) }] };
}

/** Up to `size + 1` rows in list order, as connectionOf() wants them. */
export async function keysetPage<R>(
  collection: Model<R>,
  filter: object,
  order: Order,
  page: Page,
  maxTimeMS: number,
): Promise<R[]> {
  const [further, nearer] = order.way === 1 ? (['$gt', '$lt'] as const) : (['$lt', '$gt'] as const);
  const bounds = [
    ...(page.after ? [beyond(order, page.after, further)] : []),
    ...(page.before ? [beyond(order, page.before, nearer)] : []),
  ];
  const way = (page.direction === 'forward' ? order.way : -order.way) as 1 | -1;
  const rows = await collection
    .find(bounds.length > 0 ? { $and: [filter, ...bounds] } : filter)
    .sort({ [order.by]: way, _id: way })
    .limit(page.size + 1)
    .maxTimeMS(maxTimeMS)
    .lean<R[]>();
  return page.direction === 'forward' ? rows : rows.reverse();
}
