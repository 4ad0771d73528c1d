// Inviting: an address becomes a link for one person, shown this once.
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { listInvitation } from './event-lists';
import { guestsWords } from './guests-words';
import { InviteLink } from './invite-link';

const fragment = graphql(`
  fragment InviteForm_event on Event {
    id
    title
    status
  }
`);

const inviteToEvent = graphql(`
  mutation InviteToEvent($input: InviteToEventInput!) {
    inviteToEvent(input: $input) {
      userErrors {
        ...Refusal
      }
      invitation {
        id
        ...InvitationRow_invitation
      }
      token
    }
  }
`);

export function InviteForm({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(guestsWords);
  const { id, title, status } = unmask(fragment, event);
  const act = useAct(inviteToEvent);
  const errorOf = useFieldErrors(act.refusals);
  const [email, setEmail] = useState('');
  const [token, setToken] = useState<string | null>(null);

  const invite = async (submitted: FormEvent) => {
    submitted.preventDefault();
    const done = await act.run(
      { input: { eventId: id, email } },
      {
        update(cache, { data }) {
          const invitation = data?.inviteToEvent.invitation;
          if (invitation) listInvitation(cache, id, invitation.id);
        },
      },
    );
    if (!done) return;
    setToken(done.inviteToEvent.token);
    setEmail('');
  };

  return (
    <Card as="section" aria-labelledby="invite-title">
      <form onSubmit={(submitted) => void invite(submitted)}>
        <Stack gap="sm">
          <Title order={2} size="h5" id="invite-title">
            {words.invite}
          </Title>
          <Text size="sm" c="dimmed">
            {words.inviteHow} {status === 'DRAFT' && words.draft}
          </Text>
          <Group align="flex-end" gap="sm">
            <TextInput
              flex="1 1 14rem"
              type="email"
              required
              autoComplete="off"
              label={words.email}
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
              error={errorOf('email')}
            />
            <Button type="submit" loading={act.isBusy}>
              {words.makeLink}
            </Button>
          </Group>
          <Refusals of={act.refusals} fields={['email']} />
        </Stack>
      </form>
      {token && <InviteLink key={token} token={token} title={title} />}
    </Card>
  );
}
