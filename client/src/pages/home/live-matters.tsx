// Keeps the alerts and rooms of the start page live, from where the viewer's own state stood when the page was opened.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, unmask } from '@/graph/generated';
import { onTopOf } from './on-top-of';
import { openAlertsFragment } from './open-alerts';

const alertMoved = graphql(`
  subscription AlertMoved($after: ID) {
    alertChanged(after: $after) {
      eventId
      alert {
        id
        ...OpenAlerts_alert
      }
    }
  }
`);

const roomMoved = graphql(`
  subscription RoomMoved($after: ID) {
    inboxChanged(after: $after) {
      eventId
      roomId
      room {
        id
        ...UnreadRooms_room
      }
    }
  }
`);

interface LiveMattersProps {
  readonly userId: string;
  /** Where they stood when the page was loaded. */
  readonly alerts: string | null;
  readonly inbox: string | null;
}

/** Shows nothing. What comes is in the cache by its id; here it is only put into the lists. */
export function LiveMatters({ userId, alerts, inbox }: LiveMattersProps) {
  const { cache } = useApolloClient();
  const [cursors] = useState({ alerts, inbox });
  const me = cache.identify({ __typename: 'User', id: userId }) ?? '';
  useSubscription(alertMoved, {
    variables: { after: cursors.alerts },
    ignoreResults: true,
    onData({ data: { data } }) {
      const alert = unmask(openAlertsFragment, data?.alertChanged.alert);
      if (alert?.status !== 'OPEN') return;
      cache.modify({ id: me, fields: { alerts: onTopOf(cache, 'Alert', alert.id) as never } });
    },
  });
  useSubscription(roomMoved, {
    variables: { after: cursors.inbox },
    ignoreResults: true,
    onData({ data: { data } }) {
      const room = data?.inboxChanged.room;
      if (room) cache.modify({ id: me, fields: { rooms: onTopOf(cache, 'Room', room.id) as never } });
    },
  });
  return null;
}
