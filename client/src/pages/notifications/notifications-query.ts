// The inbox: a page of it, and what comes into it.
import { graphql } from '@/graph/generated';

export const PAGE = 25;

export const notificationsQuery = graphql(`
  query Notifications($first: Int!, $after: String) {
    me {
      id
      unreadNotificationCount
      latestNotificationEventId
      notifications(first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            readAt
            ...NotificationRow_notification
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const notificationArrived = graphql(`
  subscription NotificationArrived($after: ID) {
    notificationAdded(after: $after) {
      eventId
      notification {
        id
        readAt
        ...NotificationRow_notification
      }
    }
  }
`);

export const markReadMutation = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      user {
        id
        unreadNotificationCount
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);
