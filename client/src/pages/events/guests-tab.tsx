// Who takes part, by what they answered; for the organiser also who was invited.
import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { graphql } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { LoadMore } from '@/ui/load-more';
import { GuestList } from './guest-list';
import { Invitations } from './invitations';
import { InviteForm } from './invite-form';
import { whileSeen } from './use-live-events';

const eventGuests = graphql(`
  query EventGuests($id: ID!, $after: String) {
    event(id: $id) {
      id
      status
      endsAt
      organiser {
        id
      }
      ...GuestList_event
      ...InviteForm_event
      ...Invitations_event
      participants(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function GuestsTab({ eventId }: { readonly eventId: string }) {
  const viewer = useSignedIn();
  const result = useQuery(eventGuests, { variables: { id: eventId }, ...whileSeen });
  return (
    <Answer of={result}>
      {({ event }) => {
        if (!event) return null;
        const isOrganiser = event.organiser?.id === viewer.id;
        const canInvite = isOrganiser && event.status !== 'CANCELLED' && new Date(event.endsAt).getTime() > Date.now();
        return (
          <Stack gap="lg">
            {canInvite && <InviteForm event={event} />}
            <GuestList event={event} />
            <LoadMore
              pageInfo={event.participants.pageInfo}
              load={(after) => {
                // Looking again would begin the list anew.
                result.stopPolling();
                return result.fetchMore({ variables: { after } });
              }}
            />
            {isOrganiser && <Invitations event={event} />}
          </Stack>
        );
      }}
    </Answer>
  );
}
