// Likes a post, at once on screen; takes the like back when there is one.
import { Button } from '@mantine/core';
import { Heart } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useWords } from '@/words/words';
import { useAct } from '../use-act';
import classes from './post-card.module.css';
import { postWords } from './post-words';
import { useRefusedAloud } from './use-refused-aloud';

const fragment = graphql(`
  fragment LikeButton_post on Post {
    id
    likeCount
    viewerHasLiked
  }
`);

const likePost = graphql(`
  mutation LikePost($input: LikePostInput!) {
    likePost(input: $input) {
      userErrors {
        ...Refusal
      }
      post {
        id
        likeCount
        viewerHasLiked
      }
    }
  }
`);

const unlikePost = graphql(`
  mutation UnlikePost($input: UnlikePostInput!) {
    unlikePost(input: $input) {
      userErrors {
        ...Refusal
      }
      post {
        id
        likeCount
        viewerHasLiked
      }
    }
  }
`);

export function LikeButton({ post }: { readonly post: FragmentType<typeof fragment> }) {
  const words = useWords(postWords);
  const { id, likeCount, viewerHasLiked } = unmask(fragment, post);
  const like = useAct(likePost);
  const unlike = useAct(unlikePost);
  useRefusedAloud(like.refusals);
  useRefusedAloud(unlike.refusals);
  const turn = () => {
    // The answer of one turn decides the next: two at once could arrive in the other order.
    if (like.isBusy || unlike.isBusy) return;
    const input = { postId: id };
    if (viewerHasLiked) {
      const post = { __typename: 'Post' as const, id, likeCount: likeCount - 1, viewerHasLiked: false };
      const payload = { __typename: 'UnlikePostPayload' as const, userErrors: [], post };
      void unlike.run({ input }, { optimisticResponse: { unlikePost: payload } });
    } else {
      const post = { __typename: 'Post' as const, id, likeCount: likeCount + 1, viewerHasLiked: true };
      const payload = { __typename: 'LikePostPayload' as const, userErrors: [], post };
      void like.run({ input }, { optimisticResponse: { likePost: payload } });
    }
  };
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<Heart size={17} aria-hidden className={viewerHasLiked ? classes['liked'] : undefined} />}
      aria-pressed={viewerHasLiked}
      title={viewerHasLiked ? words.doUnlike : words.doLike}
      onClick={turn}
    >
      {words.like(likeCount)}
    </Button>
  );
}
