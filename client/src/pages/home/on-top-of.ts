// Puts a thing that the cache knows on top of a list, once: what was further down moves up.
import type { ApolloCache, Reference, StoreObject } from '@apollo/client';

interface Edges {
  readonly edges: readonly { readonly node: Reference | StoreObject | undefined }[];
}

interface Details {
  readonly storeFieldName: string;
  readonly readField: (name: string, from: Reference | StoreObject | undefined) => unknown;
}

export function onTopOf(cache: ApolloCache, typename: 'Alert' | 'Room', id: string) {
  const node = { __ref: cache.identify({ __typename: typename, id }) ?? '' };
  return (existing: Edges, { storeFieldName, readField }: Details): Edges => {
    // Other lists are of what was resolved, or of what somebody searched.
    if (/RESOLVED|ACKNOWLEDGED|"search":"./.test(storeFieldName)) return existing;
    const others = existing.edges.filter((edge) => readField('id', edge.node) !== id);
    return { ...existing, edges: [{ __typename: `${typename}Edge`, cursor: '', node }, ...others] as Edges['edges'] };
  };
}
