// What acts on albums change in the lists of a real cache, with the policies of the app.
import { gql } from '@apollo/client';
import { beforeEach, expect, test } from 'vitest';
import { makeCache } from '@/graph/cache';
import {
  appendPicture,
  dropPicture,
  forgetPicture,
  listAlbum,
  listUpload,
  orderPictures,
  unlistAlbum,
} from '@/pages/albums/album-lists';

const lists = gql`
  query {
    albums(first: 24) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
    myMedia(first: 40) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
    album(id: "A1") {
      id
      mediaCount
      strip: media(first: 3) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
      media(first: 60) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
    }
  }
`;

const list = (type: string, ids: readonly string[], hasNextPage = false) => ({
  __typename: `${type}Connection`,
  edges: ids.map((id) => ({ __typename: `${type}Edge`, cursor: `at ${id}`, node: { __typename: type, id } })),
  pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: `at ${ids.at(-1)}` },
});

let cache: ReturnType<typeof makeCache>;

function keep(pageHasMore = false): void {
  cache = makeCache();
  cache.writeQuery({
    query: lists,
    data: {
      albums: list('Album', ['A1']),
      myMedia: list('Media', ['M2', 'M1']),
      album: {
        ...{ __typename: 'Album', id: 'A1', mediaCount: 3 },
        strip: list('Media', ['M1', 'M2', 'M3']),
        media: list('Media', ['M1', 'M2', 'M3'], pageHasMore),
      },
    },
  });
}

interface Kept {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
type Lists = Record<'albums' | 'myMedia', Kept> & {
  readonly album: { readonly mediaCount: number; readonly strip: Kept; readonly media: Kept };
};
const read = (): Lists => cache.readQuery<Lists>({ query: lists }) as Lists;
const ids = ({ edges }: Kept): readonly string[] => edges.map(({ node }) => node.id);

beforeEach(() => keep());

test('a new album is the first; a deleted one is gone', () => {
  cache.writeFragment({ fragment: gql`fragment A on Album { id }`, data: { __typename: 'Album', id: 'A2' } });
  listAlbum(cache, 'A2');
  listAlbum(cache, 'A2');
  expect(ids(read().albums)).toEqual(['A2', 'A1']);
  unlistAlbum(cache, 'A1');
  expect(ids(read().albums)).toEqual(['A2']);
});

test('a new upload is the first', () => {
  cache.writeFragment({ fragment: gql`fragment M on Media { id }`, data: { __typename: 'Media', id: 'M4' } });
  listUpload(cache, 'M4');
  expect(ids(read().myMedia)).toEqual(['M4', 'M2', 'M1']);
});

const added = { cursor: 'at M4', node: { __typename: 'Media', id: 'M4' } };

test('an added picture is the last of the page, once; the short list of the card stays what it is', () => {
  cache.writeFragment({ fragment: gql`fragment M on Media { id }`, data: added.node });
  appendPicture(cache, 'A1', added);
  appendPicture(cache, 'A1', added);
  expect(ids(read().album.media)).toEqual(['M1', 'M2', 'M3', 'M4']);
  expect(ids(read().album.strip)).toEqual(['M1', 'M2', 'M3']);
});

test('while the page is not loaded to its end, an added picture waits for its turn', () => {
  keep(true);
  cache.writeFragment({ fragment: gql`fragment M on Media { id }`, data: added.node });
  appendPicture(cache, 'A1', added);
  expect(ids(read().album.media)).toEqual(['M1', 'M2', 'M3']);
});

test('a picture that is taken out of an album stays among the uploads', () => {
  dropPicture(cache, 'A1', 'M2');
  expect(ids(read().album.media)).toEqual(['M1', 'M3']);
  expect(ids(read().album.strip)).toEqual(['M1', 'M3']);
  expect(ids(read().myMedia)).toEqual(['M2', 'M1']);
});

test('a deleted picture is nowhere, and the album counts one less', () => {
  forgetPicture(cache, 'M2', 'A1');
  expect(ids(read().album.media)).toEqual(['M1', 'M3']);
  expect(ids(read().myMedia)).toEqual(['M1']);
  expect(read().album.mediaCount).toBe(2);
});

test('pictures stand in the order that was saved', () => {
  orderPictures(cache, 'A1', ['M3', 'M1', 'M2']);
  expect(ids(read().album.media)).toEqual(['M3', 'M1', 'M2']);
});
