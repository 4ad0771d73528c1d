// Puts the pictures of an album in another order: each has two arrows, which keyboards, mice and thumbs can use. The order
// is saved once, as a whole.
import { ActionIcon, Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { useAct } from '@/parts/use-act';
import { Lines } from '@/ui/answer';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { orderPictures } from './album-lists';
import { albumWords } from './album-words';
import { moveItem } from './move-item';
import classes from './picture-grid.module.css';

const fragment = graphql(`
  fragment ArrangePicture_media on Media {
    id
    ...Picture_media
  }
`);

const reorderAlbum = graphql(`
  mutation ReorderAlbum($input: ReorderAlbumInput!) {
    reorderAlbum(input: $input) {
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

interface ArrangePicturesProps {
  readonly albumId: string;
  readonly pictures: readonly FragmentType<typeof fragment>[];
  /** Loads another page of pictures; null when all are there. An order is an order of all. */
  readonly fetchRest: (() => Promise<unknown>) | null;
  readonly onClose: () => void;
}

export function ArrangePictures({ albumId, pictures, fetchRest, onClose }: ArrangePicturesProps) {
  const rest = useRef(fetchRest);
  rest.current = fetchRest;
  const { length } = pictures;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that comes asks for the next one
  useEffect(() => {
    void rest.current?.();
  }, [length]);
  if (fetchRest) return <Lines />;
  return <Arrange albumId={albumId} given={pictures} onClose={onClose} />;
}

interface ArrangeProps {
  readonly albumId: string;
  readonly given: readonly FragmentType<typeof fragment>[];
  readonly onClose: () => void;
}

function Arrange({ albumId, given, onClose }: ArrangeProps) {
  const words = useWords(albumWords);
  const states = useWords(stateWords);
  const reorder = useAct(reorderAlbum);
  const [pictures, setPictures] = useState(() => unmask(fragment, given));
  const [spoken, setSpoken] = useState('');
  const move = (from: number, to: number) => {
    setPictures(moveItem(pictures, from, to));
    setSpoken(words.moved(to + 1, pictures.length));
  };
  const save = async () => {
    const mediaIds = pictures.map(({ id }) => id);
    const update = (cache: Parameters<typeof orderPictures>[0]) => orderPictures(cache, albumId, mediaIds);
    if (await reorder.run({ input: { albumId, mediaIds } }, { update })) onClose();
  };
  return (
    <>
      <Group justify="space-between" mb="md">
        <Text c="dimmed">{words.arrangeText}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {states.cancel}
          </Button>
          <Button loading={reorder.isBusy} onClick={() => void save()}>
            {words.saveOrder}
          </Button>
        </Group>
      </Group>
      <Refusals of={reorder.refusals} />
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      <ol className={classes['grid']}>
        {pictures.map((picture, at) => (
          <li key={picture.id} className={classes['tile']}>
            <Picture media={picture} alt={words.picture(at + 1, pictures.length)} sizes="12rem" aspect={1} />
            <div className={classes['moves']}>
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={words.earlier(at + 1)}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              >
                <ArrowLeft size={18} aria-hidden />
              </ActionIcon>
              <Text size="sm" c="dimmed" aria-hidden>
                {at + 1}
              </Text>
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={words.later(at + 1)}
                disabled={at === pictures.length - 1}
                onClick={() => move(at, at + 1)}
              >
                <ArrowRight size={18} aria-hidden />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
