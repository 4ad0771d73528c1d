// Keeps the counts of the navigation live, and says a new notification aloud. It also keeps a socket open, by which the
// page hears within seconds that its session was ended.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '@/graph/generated';
import type { NotificationBadgeSubscription } from '@/graph/generated/graphql';
import { subjectPath } from '@/parts/notification-subject';
import { guessUnread, unreadCount } from '@/parts/unread-count';
import type { Viewer } from '@/parts/viewer';
import { said } from '@/ui/toasts';

const notificationAdded = graphql(`
  subscription NotificationBadge($after: ID) {
    notificationAdded(after: $after) {
      eventId
      notification {
        id
        kind
        title
        readAt
        parameters {
          name
          value
        }
        ...NotificationSubject
      }
    }
  }
`);

type News = NonNullable<NotificationBadgeSubscription['notificationAdded']['notification']>;

export function LiveBadges({ viewer: { id, latestNotificationEventId } }: { readonly viewer: Viewer }) {
  const [after] = useState(latestNotificationEventId);
  useSubscription(notificationAdded, {
    variables: { after },
    ignoreResults: true,
    onData({ data: { data } }) {
      const news = data?.notificationAdded.notification;
      // One that was read elsewhere meanwhile is no news.
      if (!news || news.readAt) return;
      guessUnread(id, 1);
      void unreadCount.changed();
      void say(news);
    },
  });
  // Nothing tells of what another device has read: one looks when the person comes back.
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void unreadCount.changed();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return null;
}

/** On the page of notifications it appears in the list instead. */
async function say(news: News): Promise<void> {
  if (location.pathname === '/notifications') return;
  // The words of all kinds are not worth their weight before the first of them is needed.
  const { sentenceOf } = await import('@/pages/notifications/notification-sentence');
  said(sentenceOf(news), subjectPath(news) ?? '/notifications');
}
