// Keeps the counts of the navigation live, and says a new notification aloud. It also keeps a socket open, by which the
// page hears within seconds that its session was ended.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import type { Viewer } from '@/parts/viewer';
import { said } from '@/ui/toasts';

const notificationAdded = graphql(`
  subscription NotificationBadge($after: ID) {
    notificationAdded(after: $after) {
      eventId
      notification {
        id
        title
      }
    }
  }
`);

export function LiveBadges({ viewer }: { readonly viewer: Viewer }) {
  const client = useApolloClient();
  const [after] = useState(viewer.latestNotificationEventId);
  useSubscription(notificationAdded, {
    variables: { after },
    ignoreResults: true,
    onData({ data: { data } }) {
      const notification = data?.notificationAdded.notification;
      if (!notification) return;
      client.cache.modify({
        id: client.cache.identify({ __typename: 'User', id: viewer.id }) ?? '',
        fields: { unreadNotificationCount: (count: number) => count + 1 },
      });
      said(notification.title);
    },
  });
  return null;
}
