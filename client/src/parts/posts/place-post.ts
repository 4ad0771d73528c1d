// Where a post stands in what is loaded: new ones on top of the feed and of their author's own posts.
import type { ApolloCache, Reference, StoreObject } from '@apollo/client';

export interface Edges {
  readonly edges: readonly { readonly node: Reference | StoreObject | undefined }[];
}

/** Puts a post, which the cache knows already, on top. */
export function placePost(cache: ApolloCache, postId: string, authorId: string): void {
  const node = { __ref: cache.identify({ __typename: 'Post', id: postId }) ?? '' };
  const onTop = (existing: Edges): Edges => ({
    ...existing,
    edges: [{ __typename: 'PostEdge', cursor: '', node } as Edges['edges'][number], ...existing.edges],
  });
  cache.modify({ id: 'ROOT_QUERY', fields: { feed: onTop as never } });
  cache.modify({
    id: cache.identify({ __typename: 'User', id: authorId }) ?? '',
    fields: { posts: onTop as never },
  });
}

/** Takes a thing out of everything that is loaded; lists pass over what is gone. */
export function dropGone(cache: ApolloCache, typename: 'Post' | 'Comment', id: string): void {
  cache.evict({ id: cache.identify({ __typename: typename, id }) ?? '' });
}
