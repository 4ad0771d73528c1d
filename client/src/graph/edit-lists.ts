// Edits the relay lists that the cache keeps of one field, so that a page shows what an act changed without asking again.
import type { ApolloCache, Reference } from '@apollo/client';
import type { ModifierDetails } from '@apollo/client/cache';

export interface KeptEdge {
  readonly node: Reference;
  readonly cursor?: string;
  readonly __typename?: string;
}

export interface KeptList {
  readonly edges: readonly KeptEdge[];
  readonly pageInfo?: { readonly hasNextPage?: boolean; readonly endCursor?: string };
}

type Edit = (list: KeptList, details: ModifierDetails) => KeptList;

/** The field may be kept several times, by its arguments: each is edited. One that was never asked for stays unknown. */
export function editLists(cache: ApolloCache, owner: string | undefined, field: string, edit: Edit): void {
  if (owner === undefined) return;
  const modify = (list: KeptList | null, details: ModifierDetails) => (list?.edges ? edit(list, details) : list);
  cache.modify({ id: owner, fields: { [field]: modify as never } });
}

/** For lists of the graph's root. */
export const ROOT = 'ROOT_QUERY';

export const idOf = (cache: ApolloCache, type: string, id: string): string | undefined =>
  cache.identify({ __typename: type, id });

const isThere = (list: KeptList, node: Reference): boolean => list.edges.some((edge) => edge.node.__ref === node.__ref);

export const withFirst = (list: KeptList, type: string, node: Reference): KeptList =>
  isThere(list, node) ? list : { ...list, edges: [{ __typename: `${type}Edge`, node, cursor: '' }, ...list.edges] };

/** Only when the list is loaded to its end: else it comes with its page. */
export function withLast(list: KeptList, edge: KeptEdge): KeptList {
  if (list.pageInfo?.hasNextPage || isThere(list, edge.node)) return list;
  const pageInfo = { ...list.pageInfo, ...(edge.cursor && { endCursor: edge.cursor }) };
  return { ...list, edges: [...list.edges, edge], pageInfo };
}

export const without = (list: KeptList, ref: string | undefined): KeptList => ({
  ...list,
  edges: list.edges.filter(({ node }) => node.__ref !== ref),
});

/** Counts on one thing, e.g. one comment more. */
export function addTo(cache: ApolloCache, owner: string | undefined, field: string, difference: number): void {
  if (owner === undefined) return;
  const add = (count: number | null) => (count === null ? null : Math.max(0, count + difference));
  cache.modify({ id: owner, fields: { [field]: add as never } });
}
