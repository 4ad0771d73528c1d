// Keeps every calendar on screen live: appointments and events that come, change or go elsewhere.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { graphql } from '@/graph/generated';
import { placeEntry } from './place-entry';

const calendarChanged = graphql(`
  subscription LiveCalendar($after: ID) {
    calendarChanged(after: $after) {
      eventId
      kind
      itemId
      entry {
        ...CalendarEntry_entry
      }
    }
  }
`);

const appointmentNow = graphql(`
  query AppointmentNow($id: ID!) {
    appointment(id: $id) {
      ...AppointmentFacts_appointment
    }
  }
`);

/** The graph has no cursor of a calendar to begin with: events are followed from the moment the page opens. */
export function useLiveCalendar(): void {
  const client = useApolloClient();
  useSubscription(calendarChanged, {
    ignoreResults: true,
    onData({ data: { data } }) {
      if (!data) return;
      const { kind, itemId, entry } = data.calendarChanged;
      placeEntry(client.cache, itemId, entry);
      // Out of the calendar it still stands in lists, as declined or cancelled: that news is not in the event.
      if (!entry && kind === 'APPOINTMENT') {
        void client.query({ query: appointmentNow, variables: { id: itemId }, fetchPolicy: 'network-only' });
      }
    },
  });
}
