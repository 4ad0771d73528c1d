// One upload in the list: what it looks like, its name, what it is for, how large it is, how far it is.
import { Badge, Group, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { Card } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { PictureActions } from './picture-actions';
import { thumbnailId } from './picture-grid';
import classes from './uploads.module.css';
import { uploadsWords } from './uploads-words';

const fragment = graphql(`
  fragment UploadTile_media on Media {
    id
    kind
    purpose
    status
    fileName
    byteLength
    createdAt
    url
    ...Picture_media
    ...PictureActions_media
  }
`);

interface UploadTileProps {
  readonly media: FragmentType<typeof fragment>;
  readonly onOpen: () => void;
}

export function UploadTile({ media: masked, onOpen }: UploadTileProps) {
  const words = useWords(uploadsWords);
  const formats = useFormats();
  const media = unmask(fragment, masked);
  const name = media.fileName ?? words.unnamed;
  const picture = <Picture media={media} alt="" sizes="6rem" aspect={1} />;
  return (
    <Card as="li">
      <div className={classes['row']}>
        {media.kind === 'IMAGE' ? (
          <button
            type="button"
            id={thumbnailId(media.id)}
            className={classes['thumbnail']}
            aria-label={words.open(name)}
            onClick={onOpen}
          >
            {picture}
          </button>
        ) : (
          <a
            href={media.url ?? undefined}
            target="_blank"
            rel="noopener noreferrer"
            className={classes['thumbnail']}
            aria-label={words.open(name)}
          >
            {picture}
          </a>
        )}
        <div className={classes['facts']}>
          <Group gap="xs">
            <Text fw={600} className={classes['name'] ?? ''}>
              {name}
            </Text>
            <Badge variant="light" color="teal" leftSection={<CircleCheck size={12} aria-hidden />}>
              {words.ready}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed" mb="xs">
            {[words.purposes[media.purpose], formats.bytes(media.byteLength), formats.date(media.createdAt)].join(
              ' · ',
            )}
          </Text>
          <PictureActions media={media} />
        </div>
      </div>
    </Card>
  );
}
