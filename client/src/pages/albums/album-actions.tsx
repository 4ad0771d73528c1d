// What an album's owner may do with it: share it, rename it, delete it.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { Ellipsis, Pencil, Share2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { unlistAlbum } from './album-lists';
import { albumWords } from './album-words';
import { ShareAlbum } from './share-album';
import { TitleDialog } from './title-dialog';

const fragment = graphql(`
  fragment AlbumActions_album on Album {
    id
    title
    ...ShareAlbum_album
  }
`);

const updateAlbum = graphql(`
  mutation UpdateAlbum($input: UpdateAlbumInput!) {
    updateAlbum(input: $input) {
      album {
        id
        title
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const deleteAlbum = graphql(`
  mutation DeleteAlbum($input: DeleteAlbumInput!) {
    deleteAlbum(input: $input) {
      deletedAlbumId
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function AlbumActions({ album: masked }: { readonly album: FragmentType<typeof fragment> }) {
  const words = useWords(albumWords);
  const navigate = useNavigate();
  const album = unmask(fragment, masked);
  const update = useAct(updateAlbum);
  const remove = useAct(deleteAlbum);
  const [dialog, confirm] = useConfirm();
  const [open, setOpen] = useState<'share' | 'rename' | null>(null);
  const close = () => setOpen(null);
  const rename = async (title: string) => {
    if (await update.run({ input: { albumId: album.id, title } })) close();
  };
  const removeAll = async () => {
    const isSure = await confirm({ title: words.removeTitle(album.title), text: words.removeText, yes: words.remove });
    if (
      !isSure ||
      !(await remove.run({ input: { albumId: album.id } }, { update: (cache) => unlistAlbum(cache, album.id) }))
    )
      return;
    said(words.removed);
    await navigate('/albums');
  };
  return (
    <>
      <Button leftSection={<Share2 size={17} aria-hidden />} onClick={() => setOpen('share')}>
        {words.share}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={words.more}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => setOpen('rename')}>
            {words.rename}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => void removeAll()}
            disabled={remove.isBusy}
          >
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <TitleDialog
        isOpen={open === 'rename'}
        onClose={close}
        heading={words.rename}
        yes={words.save}
        title={album.title}
        isBusy={update.isBusy}
        refusals={update.refusals}
        onTitle={(title) => void rename(title)}
      />
      <ShareAlbum album={album} isOpen={open === 'share'} onClose={close} />
      {dialog}
    </>
  );
}
