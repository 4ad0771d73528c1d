// Follows a person, or stops; at once on screen.
import { Button } from '@mantine/core';
import { UserCheck, UserPlus } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useRefusedAloud } from '@/parts/posts/use-refused-aloud';
import { useAct } from '@/parts/use-act';
import { useWords } from '@/words/words';
import { peopleWords } from './people-words';

const fragment = graphql(`
  fragment FollowButton_user on User {
    id
    displayName
    followerCount
    viewerHasFollowed
  }
`);

const followUser = graphql(`
  mutation FollowUser($input: FollowUserInput!) {
    followUser(input: $input) {
      userErrors {
        ...Refusal
      }
      user {
        id
        followerCount
        viewerHasFollowed
      }
    }
  }
`);

const unfollowUser = graphql(`
  mutation UnfollowUser($input: UnfollowUserInput!) {
    unfollowUser(input: $input) {
      userErrors {
        ...Refusal
      }
      user {
        id
        followerCount
        viewerHasFollowed
      }
    }
  }
`);

interface FollowButtonProps {
  readonly user: FragmentType<typeof fragment>;
  readonly size?: 'compact-md' | 'sm';
}

export function FollowButton({ user, size = 'compact-md' }: FollowButtonProps) {
  const words = useWords(peopleWords);
  const { id, displayName, followerCount, viewerHasFollowed } = unmask(fragment, user);
  const follow = useAct(followUser);
  const unfollow = useAct(unfollowUser);
  useRefusedAloud(follow.refusals);
  useRefusedAloud(unfollow.refusals);
  // Nobody can tell while the part of the graph that knows does not answer.
  if (viewerHasFollowed === null) return null;
  const turn = () => {
    if (follow.isBusy || unfollow.isBusy) return;
    const input = { userId: id };
    const likely = (isFollowed: boolean) => ({
      userErrors: [],
      user: {
        __typename: 'User' as const,
        id,
        followerCount: followerCount === null ? null : followerCount + (isFollowed ? 1 : -1),
        viewerHasFollowed: isFollowed,
      },
    });
    if (viewerHasFollowed) {
      const unfollowUser = { __typename: 'UnfollowUserPayload' as const, ...likely(false) };
      void unfollow.run({ input }, { optimisticResponse: { unfollowUser } });
    } else {
      const followUser = { __typename: 'FollowUserPayload' as const, ...likely(true) };
      void follow.run({ input }, { optimisticResponse: { followUser } });
    }
  };
  return (
    <Button
      size={size}
      variant={viewerHasFollowed ? 'light' : size === 'sm' ? 'filled' : 'default'}
      leftSection={viewerHasFollowed ? <UserCheck size={17} aria-hidden /> : <UserPlus size={17} aria-hidden />}
      aria-label={viewerHasFollowed ? words.unfollowLabel(displayName) : words.followLabel(displayName)}
      onClick={turn}
    >
      {viewerHasFollowed ? words.unfollow : words.follow}
    </Button>
  );
}
