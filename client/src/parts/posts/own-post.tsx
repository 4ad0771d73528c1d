// What the author may do with a post: change its text, or take it back. Loaded when asked for.
import { Button, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import type { PostCard_PostFragment } from '@/graph/generated/graphql';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { useConfirm } from '../confirm';
import { useAct } from '../use-act';
import { dropGone } from './place-post';
import classes from './post-card.module.css';
import { postWords } from './post-words';
import { useRefusedAloud } from './use-refused-aloud';

const editPost = graphql(`
  mutation EditPost($input: EditPostInput!) {
    editPost(input: $input) {
      userErrors {
        ...Refusal
      }
      post {
        id
        ...PostCard_post
      }
    }
  }
`);

const deletePost = graphql(`
  mutation DeletePost($input: DeletePostInput!) {
    deletePost(input: $input) {
      userErrors {
        ...Refusal
      }
      postId
    }
  }
`);

interface OwnPostProps {
  readonly post: Pick<PostCard_PostFragment, 'id' | 'body' | 'version'>;
  readonly onDone: () => void;
}

export function OwnPost({ post, onDone }: OwnPostProps) {
  const words = useWords(postWords);
  const navigate = useNavigate();
  const [body, setBody] = useState(post.body);
  const edit = useAct(editPost);
  const remove = useAct(deletePost);
  useRefusedAloud(remove.refusals);
  const [dialog, confirm] = useConfirm();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = { postId: post.id, expectedVersion: post.version, body };
    if (await edit.run({ input })) onDone();
  };
  const takeBack = async () => {
    const question = { title: words.removePost, text: words.removePostText, yes: words.remove };
    if (!(await confirm(question))) return;
    const gone = { __typename: 'DeletePostPayload' as const, userErrors: [], postId: post.id };
    const done = await remove.run(
      { input: { postId: post.id } },
      {
        optimisticResponse: { deletePost: gone },
        update: (cache, { data }) => data?.deletePost.postId && dropGone(cache, 'Post', post.id),
      },
    );
    if (done && location.pathname.startsWith('/posts/')) void navigate('/', { replace: true });
  };
  return (
    <form onSubmit={save} className={classes['post']}>
      <textarea
        className={classes['area']}
        aria-label={words.yourText}
        value={body}
        required
        maxLength={10_000}
        // biome-ignore lint/a11y/noAutofocus: the author has just asked to edit it
        autoFocus
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Refusals of={edit.refusals} />
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={edit.isBusy} disabled={body.trim() === ''}>
            {words.save}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
        <Button size="compact-md" variant="subtle" color="red" onClick={() => void takeBack()}>
          {words.remove}
        </Button>
      </Group>
      {dialog}
    </form>
  );
}
