// What comments that come and go change in the cache.
import type { ApolloCache } from '@apollo/client';
import { addTo, editLists, idOf, withLast, without } from '@/graph/edit-lists';

/** A new comment is the last. The count comes with the answer. */
export function appendComment(cache: ApolloCache, mediaId: string, commentId: string): void {
  editLists(cache, idOf(cache, 'Media', mediaId), 'comments', (list, { toReference }) => {
    const node = toReference({ __typename: 'MediaComment', id: commentId });
    return node ? withLast(list, { __typename: 'MediaCommentEdge', cursor: '', node }) : list;
  });
}

export function dropComment(cache: ApolloCache, mediaId: string, commentId: string): void {
  const media = idOf(cache, 'Media', mediaId);
  editLists(cache, media, 'comments', (list) => without(list, idOf(cache, 'MediaComment', commentId)));
  addTo(cache, media, 'commentCount', -1);
}
