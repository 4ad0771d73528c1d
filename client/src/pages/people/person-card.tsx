// One person among many: who they are in a line or two, and whether the viewer follows them.
import { Badge, Group, Stack, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { PersonLink } from '@/parts/person-link';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import { FollowButton } from './follow-button';
import { peopleWords } from './people-words';

const fragment = graphql(`
  fragment PersonCard_user on User {
    id
    bio
    role
    ...PersonLink_user
    ...FollowButton_user
  }
`);

export function PersonCard({ user: masked }: { readonly user: FragmentType<typeof fragment> }) {
  const words = useWords(peopleWords);
  const viewer = useSignedIn();
  const user = unmask(fragment, masked);
  return (
    <Card as="li">
      <Stack gap="sm" h="100%" justify="space-between">
        <Stack gap="sm">
          <Group justify="space-between" wrap="nowrap">
            <PersonLink user={user} size={44} />
            {user.role === 'COACH' && (
              <Badge variant="light" color="teal" style={{ flex: 'none' }}>
                {words.coach}
              </Badge>
            )}
          </Group>
          {user.bio && (
            <Text size="sm" c="dimmed" lineClamp={3}>
              {user.bio}
            </Text>
          )}
        </Stack>
        <Group>
          {user.id === viewer.id ? (
            <Badge variant="light" color="gray">
              {words.you}
            </Badge>
          ) : (
            <FollowButton user={user} />
          )}
        </Group>
      </Stack>
    </Card>
  );
}
