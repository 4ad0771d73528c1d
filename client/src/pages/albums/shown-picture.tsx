// What the lightbox shows of one medium: the picture, where it comes from, what its owner may do, what was said.
import { useQuery } from '@apollo/client/react';
import { Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { Answer } from '@/ui/answer';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './lightbox.module.css';
import { lightboxWords } from './lightbox-words';
import { MediaComments } from './media-comments';
import { PictureActions } from './picture-actions';

const shownPicture = graphql(`
  query ShownPicture($id: ID!) {
    media(id: $id) {
      id
      createdAt
      width
      height
      owner {
        id
        displayName
      }
      exif {
        takenAt
        camera
      }
      ...Picture_media
      ...PictureActions_media
      ...MediaComments_media
    }
  }
`);

interface ShownPictureProps {
  readonly mediaId: string;
  readonly albumId?: string;
  /** Called when it is not there any more, with nothing to show in its place. */
  readonly onGone: () => void;
  readonly arrows: ReactNode;
}

export function ShownPicture({ mediaId, albumId, onGone, arrows }: ShownPictureProps) {
  const words = useWords(lightboxWords);
  const formats = useFormats();
  const result = useQuery(shownPicture, { variables: { id: mediaId } });
  const stage = (content: ReactNode) => (
    <div className={classes['stage']}>
      {content}
      {arrows}
    </div>
  );
  return (
    <Answer
      of={result}
      skeleton={<div className={classes['frame']}>{stage(<Loader aria-label={words.loading} />)}</div>}
    >
      {({ media }) => {
        if (!media) return stage(<Text>{words.gone}</Text>);
        const { exif, owner, createdAt, width, height } = media;
        const facts = [
          owner && words.by(owner.displayName),
          exif?.takenAt ? words.takenAt(formats.dateTime(exif.takenAt)) : formats.date(createdAt),
          exif?.camera,
          width && height && `${width} × ${height}`,
        ];
        return (
          <div className={classes['frame']}>
            {stage(<Picture media={media} alt={words.one} sizes="(max-width: 62em) 100vw, 70vw" isEager />)}
            <div className={classes['side']}>
              <Text size="sm" c="dimmed">
                {facts.filter(Boolean).join(' · ')}
              </Text>
              <PictureActions media={media} {...(albumId && { albumId })} onGone={onGone} />
              <MediaComments media={media} />
            </div>
          </div>
        );
      }}
    </Answer>
  );
}
