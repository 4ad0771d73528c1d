// Says something about a post, or answers a comment; it stands there at once.
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { graphql } from '@/graph/generated';
import type { AddCommentMutation } from '@/graph/generated/graphql';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { useAct } from '../use-act';
import { useSignedIn } from '../viewer';
import { placeComment } from './place-comment';
import classes from './post-card.module.css';
import { postWords } from './post-words';

const addComment = graphql(`
  mutation AddComment($input: AddCommentInput!) {
    addComment(input: $input) {
      userErrors {
        ...Refusal
      }
      comment {
        id
        ...CommentLine_comment
      }
    }
  }
`);

interface CommentFormProps {
  readonly postId: string;
  /** What it answers. */
  readonly parentId?: string;
  readonly label: string;
  readonly onSent?: () => void;
}

export function CommentForm({ postId, parentId, label, onSent }: CommentFormProps) {
  const words = useWords(postWords);
  const viewer = useSignedIn();
  const [body, setBody] = useState('');
  const wish = useRef(crypto.randomUUID());
  const act = useAct(addComment);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const said = body.trim();
    if (!said || act.isBusy) return;
    setBody('');
    const comment = {
      __typename: 'Comment',
      id: `sending:${wish.current}`,
      isDeleted: false,
      createdAt: new Date().toISOString(),
      replyCount: 0,
      body: said,
      author: viewer,
    };
    const likely = { addComment: { __typename: 'AddCommentPayload', userErrors: [], comment } };
    const done = await act.run(
      { input: { idempotencyKey: wish.current, postId, body: said, ...(parentId && { parentId }) } },
      {
        optimisticResponse: likely as unknown as AddCommentMutation,
        update: (cache, { data }) =>
          data?.addComment.comment && placeComment(cache, data.addComment.comment.id, postId, parentId),
      },
    );
    if (!done) return setBody((typed) => typed || said);
    wish.current = crypto.randomUUID();
    onSent?.();
  };
  const sendByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
  };
  return (
    <form onSubmit={send} className={classes['say']}>
      <textarea
        className={classes['area']}
        aria-label={label}
        placeholder={label}
        rows={1}
        value={body}
        maxLength={4_000}
        // biome-ignore lint/a11y/noAutofocus: the answer was asked for by a button a moment ago
        autoFocus={parentId !== undefined}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={sendByKey}
      />
      <Button type="submit" variant="light" disabled={body.trim() === ''}>
        {words.send}
      </Button>
      <Refusals of={act.refusals} />
    </form>
  );
}
