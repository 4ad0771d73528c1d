// Finds documents: plan, filter, order, skip and limit, in the version that a transaction or the present shows.
import type { Variables } from '../expressions/compile.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Collection } from '../store/collection.js';
import { planScan } from '../store/plan.js';
import { type Stored, visible } from '../store/row.js';
import type { Transaction } from '../store/transaction.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { sortComparator } from '../values/sort.js';
import { type Document, isDocument, type Value } from '../values/types.js';

export interface ReadRequest {
  filter: Document;
  sort?: Document | undefined;
  skip?: number | undefined;
  /** 0 or absent: all. */
  limit?: number | undefined;
  hint?: Value;
  variables?: Variables | undefined;
  /** Called for every document that is looked at. */
  onExamined?: () => void;
}

/** The documents, in order. Index order is used where it serves; else all matches are sorted in memory. */
export function readDocuments(
  collection: Collection | undefined,
  request: ReadRequest,
  transaction: Transaction | null,
): Stored[] {
  // Compiled first: a malformed filter is an error for a missing collection too.
  const matches = compileFilter(request.filter, request.variables);
  const inNaturalOrder = isDocument(request.hint) ? request.hint['$natural'] : undefined;
  const natural = request.sort && '$natural' in request.sort ? request.sort['$natural'] : inNaturalOrder;
  const sort =
    request.sort && !('$natural' in request.sort) && Object.keys(request.sort).length > 0 ? request.sort : null;
  const compare = sort ? sortComparator(sort) : null;
  if (!collection) return [];
  const scan = planScan(collection, request.filter, sort, transaction, request.hint);
  const skip = request.skip ?? 0;
  const end = request.limit ? skip + request.limit : Number.POSITIVE_INFINITY;
  const reversed = !compare && isNumber(natural) && toNumber(natural) < 0;
  const enough = (!compare || scan.sorted) && !reversed ? end : Number.POSITIVE_INFINITY;
  const found: Stored[] = [];
  for (const row of scan.rows) {
    if (found.length >= enough) break;
    const stored = visible(row, transaction);
    request.onExamined?.();
    if (stored && matches(stored.document)) found.push(stored);
  }
  if (reversed) found.reverse();
  if (compare && !scan.sorted) found.sort((a, b) => compare(a.document, b.document));
  return skip > 0 || found.length > end ? found.slice(skip, end) : found;
}
