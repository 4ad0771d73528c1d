// An album as a card: its first pictures, its title, how much is in it. Put it into <Cards>.
import { Group, Text } from '@mantine/core';
import { Images } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { counted, inBoth, useWords } from '@/words/words';
import classes from './album-strip.module.css';
import { Picture } from './picture';

const albumStripFragment = graphql(`
  fragment AlbumStrip_album on Album {
    id
    title
    mediaCount
    owner {
      id
      displayName
    }
    media(first: 3) {
      edges {
        node {
          id
          ...Picture_media
        }
      }
    }
  }
`);

const stripWords = inBoth({
  en: { count: (count: number) => counted(count, 'picture', 'pictures'), by: (name: string) => `by ${name}` },
  fr: { count: (count: number) => counted(count, 'photo', 'photos'), by: (name: string) => `par ${name}` },
});

interface AlbumStripProps {
  readonly album: FragmentType<typeof albumStripFragment>;
  /** Whose albums are not named: usually the viewer's id. */
  readonly ownerId?: string;
}

export function AlbumStrip({ album, ownerId }: AlbumStripProps) {
  const words = useWords(stripWords);
  const { id, title, mediaCount, owner, media } = unmask(albumStripFragment, album);
  const pictures = media.edges.map(({ node }) => node);
  return (
    <Card as="li" isFlush>
      <div className={classes['cover']} data-count={pictures.length}>
        {pictures.map((picture, at) => (
          <Picture key={picture.id} media={picture} alt="" sizes={at === 0 ? '20rem' : '10rem'} aspect={3 / 2} />
        ))}
        {pictures.length === 0 && <Images size={36} strokeWidth={1.25} aria-hidden />}
      </div>
      <div className={classes['text']}>
        <Text fw={600} lineClamp={2} component="div">
          <CoverLink to={`/albums/${id}`}>{title}</CoverLink>
        </Text>
        <Group gap={6} c="dimmed">
          <Text size="sm">{words.count(mediaCount)}</Text>
          {owner && owner.id !== ownerId && <Text size="sm">· {words.by(owner.displayName)}</Text>}
        </Group>
      </div>
    </Card>
  );
}
