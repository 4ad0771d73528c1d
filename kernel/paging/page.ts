// Relay connections over keysets (GraphQL Cursor Connections Specification), with a hard cap of 100 per page.
import { refuse } from '../refusal/catalogue.js';
import { RefusedError } from '../refusal/refusal.js';
import type { CursorKey, CursorSeal } from './cursor.js';

export const LONGEST_PAGE = 100;

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** What a reader needs: how many, which way, and the rows' boundary keys (exclusive). */
export interface Page {
  readonly size: number;
  readonly direction: 'forward' | 'backward';
  readonly after: CursorKey | null;
  readonly before: CursorKey | null;
  readonly scope: string;
}

export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Throws RefusedError BAD_INPUT or BAD_CURSOR. Exactly one of first and last is required, 1 to 100. */
export function readPage(seal: CursorSeal, scope: string, { first, after, last, before }: PageArguments): Page {
  const size = first ?? last;
  if (size == null || (first != null && last != null)) throw badPage('give exactly one of first and last');
  if (size < 1 || size > LONGEST_PAGE) throw badPage(`first and last go from 1 to ${LONGEST_PAGE}`);
  const open = (cursor: string | null | undefined): CursorKey | null => {
    if (cursor == null) return null;
    const key = seal.open(scope, cursor);
    if (!key) throw new RefusedError(refuse('BAD_CURSOR'));
    return key;
  };
  return { size, direction: first != null ? 'forward' : 'backward', after: open(after), before: open(before), scope };
}

const badPage = (reason: string) => new RefusedError(refuse('BAD_INPUT', { reason }));

/**
 * Shapes what a reader found. `rows` are in list order and hold up to `size + 1` rows: the extra one, at the far end
 * of the reading direction, only says that there is more.
 */
export function connectionOf<T>(
  seal: CursorSeal,
  page: Page,
  rows: readonly T[],
  keyOf: (row: T) => CursorKey,
): Connection<T> {
  const hasMore = rows.length > page.size;
  const kept = page.direction === 'forward' ? rows.slice(0, page.size) : rows.slice(hasMore ? 1 : 0);
  const edges = kept.map((node) => ({ node, cursor: seal.seal(page.scope, keyOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.direction === 'forward' ? hasMore : page.before !== null,
      hasPreviousPage: page.direction === 'backward' ? hasMore : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
