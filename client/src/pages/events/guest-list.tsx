// The people of an event, in groups by what they answered.
import { Badge, Group, Stack, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { PersonLink } from '@/parts/person-link';
import { Card, Cards } from '@/ui/card';
import { useWords } from '@/words/words';
import { guestsWords } from './guests-words';

const fragment = graphql(`
  fragment GuestList_event on Event {
    id
    organiser {
      id
    }
    participants(first: 100, after: $after) {
      edges {
        cursor
        node {
          rsvp
          joinedAt
          user {
            id
            ...PersonLink_user
          }
        }
      }
    }
  }
`);

const groups = ['GOING', 'WAITLISTED', 'MAYBE', 'UNANSWERED', 'DECLINED'] as const;

export function GuestList({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(guestsWords);
  const { organiser, participants } = unmask(fragment, event);
  const guests = participants.edges.map(({ node }) => node);
  return (
    <Stack gap="lg">
      {groups.map((group) => {
        const members = guests.filter(({ rsvp }) => rsvp === group);
        if (members.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`guests-${group}`}>
            <Group gap="xs" mb="xs">
              <Title order={2} size="h5" id={`guests-${group}`}>
                {words.groups[group]}
              </Title>
              <Badge variant="light" color="gray">
                {members.length}
              </Badge>
            </Group>
            <Cards least="15rem">
              {members.map(({ user, joinedAt }) => (
                <Card as="li" key={user?.id ?? joinedAt}>
                  <PersonLink user={user}>{user && user.id === organiser?.id && words.organiser}</PersonLink>
                </Card>
              ))}
            </Cards>
          </section>
        );
      })}
    </Stack>
  );
}
