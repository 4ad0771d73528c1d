// What the owner of a medium may do with it: fetch the original, take it out of the album, delete it for good.
import { Button, Group } from '@mantine/core';
import { Download, ImageMinus, Trash2 } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { dropPicture, forgetPicture } from './album-lists';
import { lightboxWords } from './lightbox-words';

const fragment = graphql(`
  fragment PictureActions_media on Media {
    id
    fileName
    variants {
      name
      url
    }
  }
`);

const removeFromAlbum = graphql(`
  mutation RemoveFromAlbum($input: RemoveFromAlbumInput!) {
    removeFromAlbum(input: $input) {
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

const deleteMedia = graphql(`
  mutation DeleteMedia($input: DeleteMediaInput!) {
    deleteMedia(input: $input) {
      deletedMediaId
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface PictureActionsProps {
  readonly media: FragmentType<typeof fragment>;
  /** An album of the viewer that it is in. */
  readonly albumId?: string;
  /** Called once it is out of the lists. */
  readonly onGone?: () => void;
}

export function PictureActions({ media, albumId, onGone }: PictureActionsProps) {
  const words = useWords(lightboxWords);
  const { id: mediaId, fileName, variants } = unmask(fragment, media);
  const takeOut = useAct(removeFromAlbum);
  const remove = useAct(deleteMedia);
  const [dialog, confirm] = useConfirm();
  // Only its owner is told the name of the file.
  if (fileName === null) return null;
  const original = variants.find(({ name }) => name === 'original');
  const leaveAlbum = async (from: string) => {
    const done = await takeOut.run(
      { input: { albumId: from, mediaId } },
      { update: (cache, { data }) => data?.removeFromAlbum.album && dropPicture(cache, from, mediaId) },
    );
    if (done) onGone?.();
  };
  const removeForGood = async () => {
    if (!(await confirm({ title: words.removeTitle, text: words.removeText, yes: words.remove }))) return;
    const done = await remove.run(
      { input: { mediaId } },
      { update: (cache, { data }) => data?.deleteMedia.deletedMediaId && forgetPicture(cache, mediaId, albumId) },
    );
    if (done) onGone?.();
  };
  const look = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <>
      <Refusals of={[...takeOut.refusals, ...remove.refusals]} />
      <Group gap="xs">
        {original && (
          <Button
            {...look}
            component="a"
            href={original.url}
            download
            aria-label={words.of(words.original, fileName)}
            leftSection={<Download size={16} aria-hidden />}
          >
            {words.original}
          </Button>
        )}
        {albumId && (
          <Button
            {...look}
            leftSection={<ImageMinus size={16} aria-hidden />}
            loading={takeOut.isBusy}
            onClick={() => void leaveAlbum(albumId)}
          >
            {words.takeOut}
          </Button>
        )}
        <Button
          {...look}
          c="var(--mantine-color-error)"
          aria-label={words.of(words.remove, fileName)}
          leftSection={<Trash2 size={16} aria-hidden />}
          loading={remove.isBusy}
          onClick={() => void removeForGood()}
        >
          {words.remove}
        </Button>
      </Group>
      {dialog}
    </>
  );
}
