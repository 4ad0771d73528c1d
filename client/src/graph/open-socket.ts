// The one socket that all subscriptions of a page share: opened by the first, closed a while after the last.
import { type Client, createClient } from 'graphql-ws';
import { connection } from './connection';
import { keepFresh } from './session';

const LINGER_MS = 5_000;

/** Never reconnects by itself: that would hide a gap. Each subscription resumes from its own cursor instead. */
export function openSocket(): Client {
  return createClient({
    url: async () => {
      await keepFresh();
      return `${location.origin.replace(/^http/, 'ws')}/graphql`;
    },
    retryAttempts: 0,
    lazyCloseTimeout: LINGER_MS,
    connectionAckWaitTimeout: 5_000,
    on: { connected: connection.opened, closed: connection.closed },
  });
}
