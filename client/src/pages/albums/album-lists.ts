// What acts on albums and uploads change in the lists that the cache keeps, so that nothing is asked for again.
import type { ApolloCache, StoreObject } from '@apollo/client';
import { addTo, editLists, idOf, type KeptEdge, ROOT, withFirst, withLast, without } from '@/graph/edit-lists';

/** How many pictures an album's page asks for at once; other lists of the same album are shorter. */
const PAGE_SIZE = 60;
const isPage = (storeFieldName: string): boolean => storeFieldName.includes(`"first":${PAGE_SIZE}`);

/** A new album is the first of all. */
export const listAlbum = (cache: ApolloCache, id: string): void => putFirst(cache, 'albums', 'Album', id);

/** So is a new upload among the uploads. */
export const listUpload = (cache: ApolloCache, id: string): void => putFirst(cache, 'myMedia', 'Media', id);

function putFirst(cache: ApolloCache, field: string, type: string, id: string): void {
  editLists(cache, ROOT, field, (list, { toReference }) => {
    const node = toReference({ __typename: type, id });
    return node ? withFirst(list, type, node) : list;
  });
}

export function unlistAlbum(cache: ApolloCache, id: string): void {
  editLists(cache, ROOT, 'albums', (list) => without(list, idOf(cache, 'Album', id)));
}

interface NewEdge {
  readonly cursor: string;
  readonly node: StoreObject;
}

/** A picture that was added is the last: on the page it appears once all before it are there. */
export function appendPicture(cache: ApolloCache, albumId: string, { cursor, node: media }: NewEdge): void {
  editLists(cache, idOf(cache, 'Album', albumId), 'media', (list, { storeFieldName, toReference }) => {
    const node = toReference(media);
    return node && isPage(storeFieldName) ? withLast(list, { __typename: 'MediaEdge', cursor, node }) : list;
  });
}

/** Out of one album; it stays among the uploads. */
export function dropPicture(cache: ApolloCache, albumId: string, mediaId: string): void {
  editLists(cache, idOf(cache, 'Album', albumId), 'media', (list) => without(list, idOf(cache, 'Media', mediaId)));
}

/** Gone for good: out of the uploads and of the album on screen; other albums are asked for again when they are opened. */
export function forgetPicture(cache: ApolloCache, mediaId: string, albumId?: string): void {
  editLists(cache, ROOT, 'myMedia', (list) => without(list, idOf(cache, 'Media', mediaId)));
  if (!albumId) return;
  dropPicture(cache, albumId, mediaId);
  addTo(cache, idOf(cache, 'Album', albumId), 'mediaCount', -1);
}

export function orderPictures(cache: ApolloCache, albumId: string, mediaIds: readonly string[]): void {
  const places = new Map(mediaIds.map((id, at) => [idOf(cache, 'Media', id), at]));
  const place = ({ node }: KeptEdge) => places.get(node.__ref) ?? places.size;
  editLists(cache, idOf(cache, 'Album', albumId), 'media', (list, { storeFieldName }) =>
    isPage(storeFieldName) ? { ...list, edges: [...list.edges].sort((one, other) => place(one) - place(other)) } : list,
  );
}
