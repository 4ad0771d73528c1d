// One page of a list for each of several owners in one query, so that a page of fifty events with their participants is
// two queries and not fifty-one. By keyset: a page costs the same wherever it lies.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';

export interface ManyLists {
  /** A table, and which of its rows count. */
  readonly table: string;
  readonly where?: string;
  /** The column that says whose list a row is in. */
  readonly owner: string;
  /** The columns the list is ordered by, unique together within one owner. */
  readonly order: readonly string[];
  /** A cursor's key as parameters for these columns. */
  readonly read: (key: CursorKey) => unknown[];
}

/** Rows by when they were made. An id alone tells no order: its text does not sort as its bytes do. */
export const byCreation = {
  order: ['created_at', 'id'],
  read: ([createdAt, id]: CursorKey) => [new Date(Number(createdAt)), id],
} as const;

export const creationKey = ({ createdAt, id }: { createdAt: Date; id: string }): CursorKey => [createdAt.getTime(), id];

/** Up to `size + 1` rows per owner, each owner's in list order, as connectionOf() wants them. */
export async function pageMany<R extends object>(
  em: EntityManager,
  { table, where = 'true', owner, order, read }: ManyLists,
  owners: readonly string[],
  page: Omit<Page, 'scope'>,
): Promise<R[]> {
  const columns = order.map((column) => `t.${column}`).join(', ');
  const marks = order.map(() => '?').join(', ');
  const bounds = [
    ...(page.after ? [{ sql: `(${columns}) > (${marks})`, key: page.after }] : []),
    ...(page.before ? [{ sql: `(${columns}) < (${marks})`, key: page.before }] : []),
  ];
  const way = page.direction === 'forward' ? 'asc' : 'desc';
  const rows = await em.execute<R[]>(
    `select found.* from unnest(?::text[]) as asked (owner_id) cross join lateral (
       select t.* from ${table} t where t.${owner} = asked.owner_id and ${where}
       ${bounds.map(({ sql }) => `and ${sql}`).join(' ')}
       order by ${order.map((column) => `t.${column} ${way}`).join(', ')} limit ?) found`,
    [`{${owners.join(',')}}`, ...bounds.flatMap(({ key }) => read(key)), page.size + 1],
  );
  return page.direction === 'forward' ? rows : rows.reverse();
}
