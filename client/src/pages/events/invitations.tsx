// Whom the organiser invited, and what became of it.
import { Badge, Group, Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card, Cards } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { guestsWords } from './guests-words';

const fragment = graphql(`
  fragment Invitations_event on Event {
    id
    invitations(first: 100) {
      edges {
        cursor
        node {
          id
          ...InvitationRow_invitation
        }
      }
    }
  }
`);

const rowFragment = graphql(`
  fragment InvitationRow_invitation on EventInvitation {
    id
    email
    status
    expiresAt
    usedBy {
      id
      displayName
    }
  }
`);

const colors = { OPEN: 'blue', USED: 'teal', EXPIRED: 'gray' } as const;

export function Invitations({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(guestsWords);
  const edges = unmask(fragment, event).invitations?.edges ?? [];
  return (
    <section aria-labelledby="invitations-title">
      <Title order={2} size="h5" id="invitations-title" mb="xs">
        {words.invitations}
      </Title>
      {edges.length === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <Cards least="18rem">
          {edges.map(({ node }) => (
            <Row key={node.id} invitation={node} />
          ))}
        </Cards>
      )}
    </section>
  );
}

function Row({ invitation }: { readonly invitation: FragmentType<typeof rowFragment> }) {
  const words = useWords(guestsWords);
  const { date } = useFormats();
  const { email, status, expiresAt, usedBy } = unmask(rowFragment, invitation);
  return (
    <Card as="li">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text fw={600}>{email}</Text>
          <Text size="sm" c="dimmed">
            {usedBy ? words.usedBy(usedBy.displayName) : words.until(date(expiresAt))}
          </Text>
        </div>
        <Badge variant="light" color={colors[status]} style={{ flex: 'none' }}>
          {words.status[status]}
        </Badge>
      </Group>
    </Card>
  );
}
