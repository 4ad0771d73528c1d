// Takes pictures into an album: each is uploaded, then put at its end.

import { Box } from '@mantine/core';
import { useRef } from 'react';
import { graphql } from '@/graph/generated';
import { UploadMany } from '@/parts/upload-many';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { appendPicture } from './album-lists';
import { albumWords } from './album-words';

const addToAlbum = graphql(`
  mutation AddToAlbum($input: AddToAlbumInput!) {
    addToAlbum(input: $input) {
      album {
        id
        ...AlbumStrip_album
        added: media(last: 1) {
          edges {
            cursor
            node {
              id
              ...GridPicture_media
              ...ArrangePicture_media
            }
          }
        }
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function AddPictures({ albumId }: { readonly albumId: string }) {
  const words = useWords(albumWords);
  const add = useAct(addToAlbum);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  // One after the other: the answer shows the last picture, which must be this one.
  const inTurn = (mediaId: string): Promise<void> => {
    const own = turn.current.then(async () => {
      await add.run(
        { input: { albumId, mediaId } },
        {
          update(cache, { data }) {
            const [edge] = data?.addToAlbum.album?.added.edges ?? [];
            if (edge) appendPicture(cache, albumId, edge);
          },
        },
      );
    });
    turn.current = own;
    return own;
  };
  return (
    <Box mb="lg">
      <UploadMany label={words.addLabel} purpose="ALBUM" onTaken={inTurn} />
      <Refusals of={add.refusals} />
    </Box>
  );
}
