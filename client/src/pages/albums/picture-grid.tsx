// The pictures of an album, each a button that opens it.
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { ArrowLeftRight, ImagePlus, MessageSquare } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { Empty } from '@/ui/empty';
import { useWords } from '@/words/words';
import { albumWords } from './album-words';
import classes from './picture-grid.module.css';

const fragment = graphql(`
  fragment GridPicture_media on Media {
    id
    commentCount
    ...Picture_media
  }
`);

interface PictureGridProps {
  readonly pictures: readonly FragmentType<typeof fragment>[];
  /** How many there are, also those that are not loaded yet. */
  readonly count: number;
  readonly isMine: boolean;
  readonly onOpen: (mediaId: string) => void;
  readonly onArrange: (() => void) | null;
}

export function PictureGrid({ pictures, count, isMine, onOpen, onArrange }: PictureGridProps) {
  const words = useWords(albumWords);
  if (pictures.length === 0) {
    return (
      <Empty icon={ImagePlus} title={words.nothingTitle} text={isMine ? words.nothingMine : words.nothingTheirs} />
    );
  }
  return (
    <>
      {onArrange && (
        <Group justify="flex-end" mb="sm">
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<ArrowLeftRight size={16} aria-hidden />}
            onClick={onArrange}
          >
            {words.arrange}
          </Button>
        </Group>
      )}
      <ul className={classes['grid']}>
        {unmask(fragment, pictures).map((picture, at) => (
          <li key={picture.id}>
            <button
              type="button"
              id={thumbnailId(picture.id)}
              className={classes['open']}
              aria-label={words.openPicture(at + 1, count)}
              onClick={() => onOpen(picture.id)}
            >
              <Picture media={picture} alt="" sizes="(max-width: 36em) 50vw, 16rem" aspect={1} />
              {picture.commentCount > 0 && (
                <span className={classes['said']}>
                  <MessageSquare size={13} aria-hidden />
                  <Text span size="xs" fw={600} aria-label={words.comments(picture.commentCount)}>
                    {picture.commentCount}
                  </Text>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the focus goes back to when a picture is closed. */
export const thumbnailId = (mediaId: string): string => `picture-${mediaId}`;

export const PictureGridSkeleton = () => (
  <div className={classes['grid']}>
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
      <Skeleton key={key} radius="md" className={classes['blank'] ?? ''} />
    ))}
  </div>
);
