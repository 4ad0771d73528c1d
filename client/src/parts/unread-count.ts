// How many notifications the viewer has not read, wherever it is shown.
import { client } from '@/graph/client';
import { graphql } from '@/graph/generated';
import { makeTally } from './tally';

const unreadQuery = graphql(`
  query UnreadCount {
    me {
      id
      unreadNotificationCount
    }
  }
`);

/** `changed()` after anything that may have changed the count. Never throws: without an answer the guess stays. */
export const unreadCount = makeTally({
  async ask() {
    // Not into the cache yet: the answer may be too old when it comes.
    const { data } = await client
      .query({ query: unreadQuery, fetchPolicy: 'no-cache' })
      .catch(() => ({ data: undefined }));
    return data?.me?.unreadNotificationCount ?? null;
  },
  write(count) {
    client.cache.updateQuery({ query: unreadQuery }, (data) =>
      data?.me ? { me: { ...data.me, unreadNotificationCount: count } } : null,
    );
  },
});

/** The guess: `by` more or fewer, and never below none. */
export function guessUnread(viewerId: string, by: number): void {
  client.cache.modify({
    id: client.cache.identify({ __typename: 'User', id: viewerId }) ?? '',
    fields: { unreadNotificationCount: (count: number | null) => Math.max(0, (count ?? 0) + by) },
  });
}
