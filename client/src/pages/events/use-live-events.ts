// What changes elsewhere, on screen: the graph tells of an event's dates and of the viewer's own answers; what others
// answer, add and spend is not told, so an open event also looks again every few seconds while somebody looks at it.
import { useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '@/graph/generated';

const eventsChanged = graphql(`
  subscription LiveEvents($after: ID) {
    calendarChanged(after: $after) {
      eventId
      kind
      itemId
      entry {
        id
        event {
          id
          ...EventCard_event
          ...EventFacts_event
          ...EventAnswer_event
        }
      }
    }
  }
`);

/** `look` is called for every such change, with the event’s id: lists and pages look again at what it does not carry. */
export function useLiveEvents(look: (eventId: string) => void): void {
  const latest = useRef(look);
  latest.current = look;
  useSubscription(eventsChanged, {
    ignoreResults: true,
    onData({ data: { data } }) {
      if (data?.calendarChanged.kind === 'EVENT') latest.current(data.calendarChanged.itemId);
    },
  });
}

/** Options of useQuery for what has no events of its own. */
export const whileSeen = {
  pollInterval: 5_000,
  skipPollAttempt: () => document.visibilityState === 'hidden',
} as const;
