// A log that is read from its end and grows there: older pages come before what is known, new entries after it. It never
// has a hole: what does not join the newest page is dropped, and loaded again when somebody scrolls that far.
import type { FieldPolicy, Reference } from '@apollo/client';

interface LogEdge {
  readonly __typename?: string;
  readonly cursor: string;
  readonly node: Reference;
}

export interface LogPage {
  readonly edges: readonly LogEdge[];
  readonly pageInfo: {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

type SeqOf = (node: Reference) => number;

export const logPages = (): FieldPolicy<LogPage> => ({
  keyArgs: false,
  merge: (known, incoming, { args, readField }) =>
    joinPages(known, incoming, Boolean(args?.['before']), (node) => readField<number>('seq', node) ?? 0),
});

/** `isOlder`: the page was asked for as the one before `known`. */
export function joinPages(known: LogPage | undefined, incoming: LogPage, isOlder: boolean, seqOf: SeqOf): LogPage {
  if (!known) return incoming;
  const edges = union(known.edges, incoming.edges, seqOf);
  if (isOlder) {
    const { startCursor, hasPreviousPage } = incoming.pageInfo;
    return { ...known, edges, pageInfo: { ...known.pageInfo, startCursor, hasPreviousPage } };
  }
  const ids = new Set(known.edges.map(({ node }) => node.__ref));
  const joins = !incoming.pageInfo.hasPreviousPage || incoming.edges.some(({ node }) => ids.has(node.__ref));
  const last = incoming.edges.at(-1);
  if (!joins && last) {
    // What came live while this page was on its way stays.
    const newer = known.edges.filter(({ node }) => seqOf(node) > seqOf(last.node));
    return { ...incoming, edges: [...incoming.edges, ...newer] };
  }
  const isAll = !incoming.pageInfo.hasPreviousPage;
  const { startCursor, hasPreviousPage } = isAll ? incoming.pageInfo : known.pageInfo;
  return { ...incoming, edges, pageInfo: { ...incoming.pageInfo, startCursor, hasPreviousPage } };
}

/** The log with one more entry, in its place; the same log when it has it already. */
export function withEntry(known: LogPage, node: Reference, typename: string, seqOf: SeqOf): LogPage {
  if (known.edges.some((edge) => edge.node.__ref === node.__ref)) return known;
  return { ...known, edges: union(known.edges, [{ __typename: typename, cursor: '', node }], seqOf) };
}

function union(known: readonly LogEdge[], incoming: readonly LogEdge[], seqOf: SeqOf): readonly LogEdge[] {
  const byId = new Map([...known, ...incoming].map((edge) => [edge.node.__ref, edge]));
  return [...byId.values()].sort((one, other) => seqOf(one.node) - seqOf(other.node));
}
