// The Apollo client of the app: queries and mutations over HTTP, subscriptions over one resumable socket.
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { askAgain } from './ask-again';
import { makeCache } from './cache';
import { fetchFresh } from './fetch-fresh';
import { closeSocket, liveLink } from './live-link';

/** Asked again when the network failed: queries, and mutations that the server recognises by the key of their wish. */
const retry = new RetryLink({
  delay: { initial: 300, max: 4_000, jitter: true },
  attempts: {
    max: 4,
    retryIf: (error, operation) => error instanceof TypeError && isRepeatable(operation),
  },
});

const isRepeatable = ({ operationType, variables }: ApolloLink.Operation): boolean => {
  if (operationType === OperationTypeNode.QUERY) return true;
  const input = variables['input'] as Record<string, unknown> | undefined;
  return Boolean(input?.['idempotencyKey'] ?? input?.['clientMessageId']);
};

const http = new HttpLink({
  uri: '/graphql',
  fetch: fetchFresh,
  headers: { accept: 'application/graphql-response+json, application/json' },
});

const language = new ApolloLink((operation, forward) => {
  operation.setContext({ headers: { 'accept-language': document.documentElement.lang } });
  return forward(operation);
});

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

export const client = new ApolloClient({
  cache: makeCache(),
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    liveLink(() => void client.refetchQueries({ include: 'active' })),
    ApolloLink.from([askAgain, language, retry, http]),
  ),
  defaultOptions: {
    // A subgraph that is down costs its own fields, not the page.
    watchQuery: { errorPolicy: 'all', fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    query: { errorPolicy: 'all' },
    mutate: { errorPolicy: 'all' },
  },
});

/** Forgets everything of the person: their answers and their socket. */
export async function forget(): Promise<void> {
  await Promise.all([closeSocket(), client.clearStore()]);
}
