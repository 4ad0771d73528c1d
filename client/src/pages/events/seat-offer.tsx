// A seat that is kept for the viewer, and the time that is left to take it.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { Armchair } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { TimeLeft } from '@/parts/time-left';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { moveGuest } from './event-lists';
import { eventPageWords } from './event-page-words';

const acceptSeat = graphql(`
  mutation AcceptSeat($input: AcceptSeatInput!) {
    acceptSeat(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        viewerRsvp
        viewerSeatOfferedUntil
        goingCount
        waitlistCount
      }
    }
  }
`);

export function SeatOffer({ eventId, until }: { readonly eventId: string; readonly until: string }) {
  const words = useWords(eventPageWords);
  const viewer = useSignedIn();
  const act = useAct(acceptSeat);
  const [isOver, setOver] = useState(false);
  const take = async () => {
    const done = await act.run(
      { input: { eventId } },
      { update: (cache, { data }) => data?.acceptSeat.event && moveGuest(cache, eventId, viewer.id, 'GOING') },
    );
    if (done) said(words.seatTaken);
  };
  if (isOver) return <Text size="sm">{words.waiting}</Text>;
  return (
    <Alert color="teal" variant="light" icon={<Armchair aria-hidden />} title={words.offered} role="status">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {words.offeredFor} <TimeLeft until={until} onOver={() => setOver(true)} />
        </Text>
        <Refusals of={act.refusals} />
        <Button color="teal.9" loading={act.isBusy} onClick={() => void take()}>
          {words.takeSeat}
        </Button>
      </Stack>
    </Alert>
  );
}
