// Says something about a medium; it stands there at once.
import { Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { appendComment } from './comment-lists';
import { lightboxWords } from './lightbox-words';

const addMediaComment = graphql(`
  mutation AddMediaComment($input: AddMediaCommentInput!) {
    addMediaComment(input: $input) {
      comment {
        id
        ...MediaComment_comment
        media {
          id
          commentCount
        }
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function CommentForm({ mediaId }: { readonly mediaId: string }) {
  const words = useWords(lightboxWords);
  const add = useAct(addMediaComment);
  const errorOf = useFieldErrors(add.refusals);
  const [body, setBody] = useState('');
  // One key for one comment, also when it is sent again after a failure.
  const key = useRef(crypto.randomUUID());
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await add.run(
      { input: { mediaId, body: body.trim(), idempotencyKey: key.current } },
      {
        update(cache, { data }) {
          const comment = data?.addMediaComment.comment;
          if (comment) appendComment(cache, mediaId, comment.id);
        },
      },
    );
    if (!done) return;
    setBody('');
    key.current = crypto.randomUUID();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="xs" mt="md">
        <Refusals of={add.refusals} fields={['body']} />
        <Textarea
          label={words.comment}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={6}
          required
          error={errorOf('body')}
        />
        <Button type="submit" loading={add.isBusy} disabled={body.trim() === ''}>
          {words.send}
        </Button>
      </Stack>
    </form>
  );
}
