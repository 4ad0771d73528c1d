// The inbox as the page uses it: live, and read at once.
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { unreadCount } from '@/parts/unread-count';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { leftUnread, readBy, withArrival } from './inbox-lists';
import { markReadMutation, notificationArrived, notificationsQuery, PAGE } from './notifications-query';

export function useInbox() {
  const client = useApolloClient();
  const viewer = useSignedIn();
  const variables = { first: PAGE };
  const asked = useQuery(notificationsQuery, { variables });
  const edges = asked.data?.me?.notifications?.edges ?? [];
  const marking = useAct(markReadMutation);

  // The first answer's cursor: what came after that answer was made is sent, so that nothing falls between.
  const [after, setAfter] = useState<string | null>(null);
  const cursor = asked.data?.me?.latestNotificationEventId ?? null;
  useEffect(() => setAfter((known) => known ?? cursor), [cursor]);
  useSubscription(notificationArrived, {
    variables: { after },
    skip: after === null,
    ignoreResults: true,
    onData({ data: { data } }) {
      const node = data?.notificationAdded.notification;
      if (!node) return;
      const arrived = { __typename: 'NotificationEdge' as const, cursor: '', node };
      client.cache.updateQuery({ query: notificationsQuery, variables }, (known) => {
        const list = known?.me?.notifications;
        if (!known?.me || !list) return null;
        return { me: { ...known.me, notifications: { ...list, edges: [...withArrival(list.edges, arrived)] } } };
      });
    },
  });

  /** The person has seen this one and all before it. */
  const readUpTo = async (id: string) => {
    const rows = readBy(edges, id);
    const user = { __typename: 'User' as const, id: viewer.id, unreadNotificationCount: leftUnread(edges, id) };
    const readAt = new Date().toISOString();
    await marking.run(
      { input: { upTo: id } },
      {
        optimisticResponse: { markNotificationsRead: { userErrors: [], user } },
        update(cache, { data }) {
          if (!data?.markNotificationsRead.user) return;
          for (const row of rows) {
            cache.modify({
              id: cache.identify({ __typename: 'Notification', id: row.id }) ?? '',
              fields: { readAt: () => readAt },
            });
          }
        },
      },
    );
    await unreadCount.changed();
  };

  return { asked, edges, readUpTo };
}
