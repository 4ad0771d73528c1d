// Puts a message that is known into the log of its room, and among the replies of what it answers; once.
import type { ApolloCache, FieldFunctionOptions } from '@apollo/client';
import { type LogPage, withEntry } from '@/graph/log-pages';

/** Returns whether the log of the room did not have it. */
export function putMessage(cache: ApolloCache, roomId: string, messageId: string, parentId: string | null): boolean {
  const node = { __ref: cache.identify({ __typename: 'Message', id: messageId }) ?? '' };
  let isNew = false;
  const put = (known: LogPage, readField: FieldFunctionOptions['readField']): LogPage =>
    withEntry(known, node, 'MessageEdge', (entry) => readField<number>('seq', entry) ?? 0);
  cache.modify<Record<string, LogPage>>({
    id: cache.identify({ __typename: 'Room', id: roomId }) ?? '',
    fields: {
      messages: (known, { readField }) => {
        const next = put(known as LogPage, readField);
        isNew = next !== known;
        return next as typeof known;
      },
    },
  });
  cache.modify<Record<string, LogPage>>({
    id: (parentId && cache.identify({ __typename: 'Message', id: parentId })) || '',
    fields: {
      // A thread whose end is not loaded yet will load it.
      replies: (known, { readField }) =>
        (known as LogPage).pageInfo.hasNextPage ? known : (put(known as LogPage, readField) as typeof known),
    },
  });
  return isNew;
}
