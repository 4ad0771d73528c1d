// One album: its pictures in their order; for its owner also what to do with it.
import { useQuery } from '@apollo/client/react';
import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import type { AlbumQuery } from '@/graph/generated/graphql';
import { Answer } from '@/ui/answer';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { Problem } from '@/ui/problem';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { AddPictures } from './add-pictures';
import { AlbumActions } from './album-actions';
import { albumWords } from './album-words';
import { ArrangePictures } from './arrange-pictures';
import { Lightbox } from './lightbox';
import { PictureGrid, PictureGridSkeleton } from './picture-grid';
import { useShownPicture } from './use-shown-picture';

const albumQuery = graphql(`
  query Album($id: ID!, $after: String) {
    album(id: $id) {
      id
      title
      createdAt
      mediaCount
      owner {
        id
        displayName
      }
      sharedWith {
        id
      }
      ...AlbumActions_album
      media(first: 60, after: $after) {
        edges {
          node {
            id
            ...GridPicture_media
            ...ArrangePicture_media
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Album = NonNullable<AlbumQuery['album']>;
const refused = { kind: 'refused', code: 'NOT_FOUND', requestId: null } as const;

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(albumWords);
  const result = useQuery(albumQuery, { variables: { id } });
  const album = result.data?.album;
  return (
    <Frame title={album?.title ?? words.albums} actions={album?.sharedWith && <AlbumActions album={album} />}>
      <Answer of={result} skeleton={<PictureGridSkeleton />}>
        {(data) =>
          data.album ? (
            <Pictures album={data.album} loadMore={(after) => result.fetchMore({ variables: { after } })} />
          ) : (
            <Problem failure={refused} />
          )
        }
      </Answer>
    </Frame>
  );
}

function Pictures({
  album,
  loadMore,
}: {
  readonly album: Album;
  readonly loadMore: (after: string) => Promise<unknown>;
}) {
  const words = useWords(albumWords);
  const formats = useFormats();
  const [shown, show] = useShownPicture();
  const [isArranging, setArranging] = useState(false);
  // Only its owner is told whom it is shared with.
  const isMine = album.sharedWith !== null;
  const pictures = album.media.edges.map(({ node }) => node);
  const { pageInfo } = album.media;
  const facts = [
    words.count(album.mediaCount),
    !isMine && album.owner && words.by(album.owner.displayName),
    formats.date(album.createdAt),
  ];
  if (isArranging) {
    const fetchRest = pageInfo.hasNextPage && pageInfo.endCursor ? () => loadMore(pageInfo.endCursor ?? '') : null;
    return (
      <ArrangePictures
        albumId={album.id}
        pictures={pictures}
        fetchRest={fetchRest}
        onClose={() => setArranging(false)}
      />
    );
  }
  return (
    <>
      <Group c="dimmed" gap="xs" mb="md">
        <Text size="sm">{facts.filter(Boolean).join(' · ')}</Text>
      </Group>
      {isMine && <AddPictures albumId={album.id} />}
      <PictureGrid
        pictures={pictures}
        count={album.mediaCount}
        isMine={isMine}
        onOpen={show}
        onArrange={isMine && pictures.length > 1 ? () => setArranging(true) : null}
      />
      <LoadMore pageInfo={pageInfo} load={loadMore} />
      <Lightbox
        shownId={shown}
        ids={pictures.map(({ id }) => id)}
        count={album.mediaCount}
        onShow={show}
        {...(isMine && { albumId: album.id })}
      />
    </>
  );
}
