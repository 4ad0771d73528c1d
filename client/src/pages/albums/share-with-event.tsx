// Shows an album to the people of an event. The graph does not tell which events already see it, so both ways are offered.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { shareWords } from './share-words';

const eventsToShareWith = graphql(`
  query EventsToShareWith {
    myEvents(first: 50) {
      edges {
        node {
          id
          title
          startsAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface ShareWithEventProps {
  readonly isBusy: boolean;
  /** Resolve to whether it was done. */
  readonly onShare: (eventId: string) => Promise<boolean>;
  readonly onUnshare: (eventId: string) => Promise<boolean>;
}

export function ShareWithEvent({ isBusy, onShare, onUnshare }: ShareWithEventProps) {
  const words = useWords(shareWords);
  const formats = useFormats();
  const { data } = useQuery(eventsToShareWith, { fetchPolicy: 'cache-and-network' });
  const [eventId, setEventId] = useState<string | null>(null);
  const events = data?.myEvents.edges.map(({ node }) => node) ?? [];
  const share = async () => {
    if (eventId && (await onShare(eventId))) said(words.sharedEvent);
  };
  const unshare = async () => {
    if (eventId && (await onUnshare(eventId))) said(words.stoppedEvent);
  };
  return (
    <Stack gap="xs">
      <Select
        label={words.event}
        description={words.eventText}
        data={events.map(({ id, title, startsAt }) => ({ value: id, label: `${title} · ${formats.date(startsAt)}` }))}
        value={eventId}
        onChange={setEventId}
        searchable
      />
      <Group gap="xs">
        <Button variant="light" disabled={!eventId} loading={isBusy} onClick={() => void share()}>
          {words.shareEvent}
        </Button>
        <Button variant="subtle" disabled={!eventId || isBusy} onClick={() => void unshare()}>
          {words.stopEvent}
        </Button>
      </Group>
    </Stack>
  );
}
