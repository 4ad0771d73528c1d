// Who a person is, and what the viewer can do: follow them, write to them; on one's own profile, change it.
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { FollowButton } from './follow-button';
import classes from './people.module.css';
import { peopleWords } from './people-words';
import { WriteButton } from './write-button';

const fragment = graphql(`
  fragment ProfileHead_user on User {
    id
    bio
    role
    createdAt
    followerCount
    followingCount
    coach {
      id
      headline
    }
    ...Avatar_user
    ...FollowButton_user
  }
`);

export function ProfileHead({ user: masked }: { readonly user: FragmentType<typeof fragment> }) {
  const words = useWords(peopleWords);
  const { date } = useFormats();
  const viewer = useSignedIn();
  const user = unmask(fragment, masked);
  return (
    <Card>
      <Group align="flex-start" gap="lg">
        <Avatar user={user} size={96} />
        <Stack gap="sm" flex="1 1 14rem">
          <Group gap="xs">
            {user.role === 'COACH' && (
              <Badge variant="light" color="teal">
                {words.coach}
              </Badge>
            )}
            {user.role === 'ADMIN' && <Badge variant="light">{words.admin}</Badge>}
            <Text size="sm" c="dimmed">
              {words.since(date(user.createdAt))}
            </Text>
          </Group>
          {user.coach && <Text fw={600}>{user.coach.headline}</Text>}
          {user.bio && <p className={classes['bio']}>{user.bio}</p>}
          <Group gap="md">
            {user.followerCount !== null && <Text size="sm">{words.followers(user.followerCount)}</Text>}
            {user.followingCount !== null && <Text size="sm">{words.following(user.followingCount)}</Text>}
          </Group>
          <Group gap="xs">
            {user.id === viewer.id ? (
              <Button component={Link} to="/account" variant="light" size="sm">
                {words.edit}
              </Button>
            ) : (
              <>
                <FollowButton user={user} size="sm" />
                <WriteButton userId={user.id} />
              </>
            )}
            {user.coach && (
              <Button component={Link} to={`/coaches/${encodeURIComponent(user.coach.id)}`} variant="subtle" size="sm">
                {words.seeCoach}
              </Button>
            )}
          </Group>
        </Stack>
      </Group>
    </Card>
  );
}
