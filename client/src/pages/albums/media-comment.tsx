// One comment on a medium: who said what, and the way to take it back.
import { ActionIcon, Text } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { dropComment } from './comment-lists';
import classes from './lightbox.module.css';
import { lightboxWords } from './lightbox-words';

const fragment = graphql(`
  fragment MediaComment_comment on MediaComment {
    id
    body
    createdAt
    author {
      id
      displayName
      ...Avatar_user
    }
  }
`);

const deleteMediaComment = graphql(`
  mutation DeleteMediaComment($input: DeleteMediaCommentInput!) {
    deleteMediaComment(input: $input) {
      deletedCommentId
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface MediaCommentProps {
  readonly comment: FragmentType<typeof fragment>;
  readonly mediaId: string;
  readonly isMyMedia: boolean;
}

export function MediaComment({ comment, mediaId, isMyMedia }: MediaCommentProps) {
  const words = useWords(lightboxWords);
  const formats = useFormats();
  const viewer = useSignedIn();
  const { id, body, createdAt, author } = unmask(fragment, comment);
  const remove = useAct(deleteMediaComment);
  const send = () =>
    remove.run(
      { input: { commentId: id } },
      { update: (cache, { data }) => data?.deleteMediaComment.deletedCommentId && dropComment(cache, mediaId, id) },
    );
  return (
    <li className={classes['comment']}>
      <Avatar user={author} size={32} />
      <div>
        <Text size="sm">
          <Text span size="sm" fw={600}>
            {author?.displayName ?? words.somebody}
          </Text>{' '}
          <Text span size="xs" c="dimmed">
            <time dateTime={createdAt}>{formats.relative(createdAt)}</time>
          </Text>
        </Text>
        <Text size="sm" className={classes['said'] ?? ''}>
          {body}
        </Text>
      </div>
      {(isMyMedia || author?.id === viewer.id) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.deleteComment}
          loading={remove.isBusy}
          onClick={() => void send()}
        >
          <Trash2 size={15} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
