// One comment: who said it, what, and what answers it. Answers are loaded when they are opened; nothing answers an answer.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { unmask } from '@/graph/generated';
import { useWords } from '@/words/words';
import { Ago } from '../ago';
import { PersonLink } from '../person-link';
import { useViewer } from '../viewer';
import { Answers } from './answers';
import { commentFragment, type MaskedComment } from './comment';
import { CommentForm } from './comment-form';
import classes from './post-card.module.css';
import { postWords } from './post-words';
import { useTakeCommentBack } from './use-take-comment-back';

interface CommentLineProps {
  readonly comment: MaskedComment;
  readonly postId: string;
  /** The comment that this one answers. */
  readonly parentId?: string;
}

export function CommentLine({ comment: masked, postId, parentId }: CommentLineProps) {
  const words = useWords(postWords);
  const viewer = useViewer();
  const { id, isDeleted, createdAt, replyCount, body, author } = unmask(commentFragment, masked);
  const [isOpen, setOpen] = useState(false);
  const [isAnswering, setAnswering] = useState(false);
  const [dialog, takeBack] = useTakeCommentBack({ id, postId, parentId, replyCount });
  const small = { size: 'compact-xs', variant: 'subtle', color: 'gray' } as const;
  const isSent = !id.startsWith('sending:');
  return (
    <li>
      {isDeleted ? (
        <Text size="sm" c="dimmed" fs="italic">
          {words.takenBack}
        </Text>
      ) : (
        <>
          <PersonLink user={author} size={30}>
            <Ago at={createdAt} />
          </PersonLink>
          <p className={classes['body']}>{body}</p>
        </>
      )}
      <Group gap={4}>
        {replyCount > 0 && (
          <Button {...small} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.answers(replyCount)}
          </Button>
        )}
        {!parentId && !isDeleted && isSent && (
          <Button {...small} aria-expanded={isAnswering} onClick={() => setAnswering(!isAnswering)}>
            {words.answer}
          </Button>
        )}
        {viewer && viewer.id === author?.id && isSent && (
          <Button {...small} onClick={() => void takeBack()}>
            {words.remove}
          </Button>
        )}
      </Group>
      {(isOpen || isAnswering) && (
        <div className={classes['answers']}>
          {isOpen && replyCount > 0 && (
            <Answers commentId={id}>
              {(answer, answerId) => <CommentLine key={answerId} comment={answer} postId={postId} parentId={id} />}
            </Answers>
          )}
          {isAnswering && (
            <CommentForm
              postId={postId}
              parentId={id}
              label={words.yourAnswer(author?.displayName ?? words.somebody)}
              onSent={() => {
                setAnswering(false);
                setOpen(true);
              }}
            />
          )}
        </div>
      )}
      {dialog}
    </li>
  );
}
