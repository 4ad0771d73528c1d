// The pictures of a post side by side; anything else that hangs there is a link.
import { Anchor } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useWords } from '@/words/words';
import { Picture } from '../picture';
import classes from './post-card.module.css';
import { postWords } from './post-words';

const fragment = graphql(`
  fragment PostPictures_post on Post {
    id
    attachments {
      media {
        id
        kind
        url
        fileName
        ...Picture_media
      }
    }
  }
`);

interface PostPicturesProps {
  readonly post: FragmentType<typeof fragment>;
  /** Whose post it is, to say what one sees. */
  readonly name: string;
}

export function PostPictures({ post, name }: PostPicturesProps) {
  const words = useWords(postWords);
  const media = unmask(fragment, post).attachments.flatMap(({ media }) => media ?? []);
  if (media.length === 0) return null;
  const isSingle = media.length === 1;
  return (
    <ul className={classes['pictures']} data-single={isSingle || undefined}>
      {media.map((one, at) => (
        <li key={one.id}>
          {one.kind === 'IMAGE' ? (
            <Picture
              media={one}
              alt={words.picture(at + 1, name)}
              sizes={isSingle ? '(max-width: 62em) 100vw, 40rem' : '(max-width: 62em) 50vw, 20rem'}
              aspect={isSingle ? 16 / 10 : 1}
            />
          ) : (
            <Anchor href={one.url ?? undefined} target="_blank" rel="noopener noreferrer">
              {one.fileName ?? words.attachment}
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  );
}
