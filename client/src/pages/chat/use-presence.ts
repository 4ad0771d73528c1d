// Keeps whether people are there up to date, wherever it is shown.
import { useSubscription } from '@apollo/client/react';
import { graphql } from '@/graph/generated';

const presenceChanged = graphql(`
  subscription ChatPresence($userIds: [ID!]!) {
    presenceChanged(userIds: $userIds) {
      eventId
      user {
        id
      }
      presence {
        status
        lastSeenAt
      }
    }
  }
`);

/** As many as the server watches at once. */
const MOST = 100;

export function usePresence(userIds: readonly string[]): void {
  const watched = [...new Set(userIds)].sort().slice(0, MOST);
  useSubscription(presenceChanged, {
    variables: { userIds: watched },
    skip: watched.length === 0,
    ignoreResults: true,
    onData({ client, data: { data } }) {
      const { user, presence } = data?.presenceChanged ?? {};
      const id = user && client.cache.identify({ __typename: 'User', id: user.id });
      if (id && presence) client.cache.modify({ id, fields: { presence: () => presence } });
    },
  });
}
