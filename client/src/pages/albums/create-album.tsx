// Starts an album, and goes there.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { useWords } from '@/words/words';
import { listAlbum } from './album-lists';
import { albumWords } from './album-words';
import { TitleDialog } from './title-dialog';

const createAlbum = graphql(`
  mutation CreateAlbum($input: CreateAlbumInput!) {
    createAlbum(input: $input) {
      album {
        id
        ...AlbumStrip_album
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function CreateAlbum({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useWords(albumWords);
  const navigate = useNavigate();
  const create = useAct(createAlbum);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const send = async (title: string) => {
    const data = await create.run(
      { input: { title, idempotencyKey } },
      {
        update(cache, { data: answer }) {
          const album = answer?.createAlbum.album;
          if (album) listAlbum(cache, album.id);
        },
      },
    );
    const id = data?.createAlbum.album?.id;
    if (id) await navigate(`/albums/${id}`);
  };
  return (
    <TitleDialog
      isOpen={isOpen}
      onClose={onClose}
      heading={words.create}
      yes={words.create}
      isBusy={create.isBusy}
      refusals={create.refusals}
      onTitle={(title) => void send(title)}
    />
  );
}
