// What a comment that came or went changes of what is loaded: its list, and the counts above it.
import type { ApolloCache } from '@apollo/client';
import { dropGone, type Edges } from './place-post';

const idOf = (cache: ApolloCache, typename: 'Post' | 'Comment', id: string): string =>
  cache.identify({ __typename: typename, id }) ?? '';

/** At the end: comments and answers stand the oldest first. */
export function placeComment(cache: ApolloCache, commentId: string, postId: string, parentId?: string): void {
  const node = { __ref: idOf(cache, 'Comment', commentId) };
  const atEnd = (existing: Edges): Edges => ({
    ...existing,
    edges: [...existing.edges, { __typename: 'CommentEdge', cursor: '', node } as Edges['edges'][number]],
  });
  const oneMore = (count: number) => count + 1;
  cache.modify({
    id: idOf(cache, 'Post', postId),
    fields: { commentCount: oneMore as never, ...(!parentId && { comments: atEnd as never }) },
  });
  if (!parentId) return;
  cache.modify({
    id: idOf(cache, 'Comment', parentId),
    fields: { replyCount: oneMore as never, replies: atEnd as never },
  });
}

interface Gone {
  readonly id: string;
  readonly postId: string;
  readonly parentId: string | undefined;
  /** What was answered keeps its place, without its words. */
  readonly replyCount: number;
}

export function takeCommentBack(cache: ApolloCache, { id, postId, parentId, replyCount }: Gone): void {
  const oneLess = (count: number) => count - 1;
  cache.modify({ id: idOf(cache, 'Post', postId), fields: { commentCount: oneLess as never } });
  if (parentId) cache.modify({ id: idOf(cache, 'Comment', parentId), fields: { replyCount: oneLess as never } });
  if (replyCount === 0) {
    dropGone(cache, 'Comment', id);
    return;
  }
  cache.modify({
    id: idOf(cache, 'Comment', id),
    fields: { isDeleted: (() => true) as never, body: (() => null) as never, author: (() => null) as never },
  });
}
