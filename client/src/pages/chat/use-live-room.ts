// Keeps an open conversation up to date: what is said, what changes about it, and the end of the viewer's membership.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { readFailure } from '@/graph/failure';
import { graphql } from '@/graph/generated';
import type { RoomMessageAddedSubscription } from '@/graph/generated/graphql';
import { putMessage } from './put-message';
import { outbox } from './use-outbox';

const messageAdded = graphql(`
  subscription RoomMessageAdded($roomId: ID!, $after: ID) {
    messageAdded(roomId: $roomId, after: $after) {
      eventId
      message {
        id
        seq
        clientMessageId
        body
        sentAt
        author {
          id
          displayName
        }
        parent {
          id
        }
        ...MessageRow_message
      }
    }
  }
`);

const messageChanged = graphql(`
  subscription RoomMessageChanged($roomId: ID!, $after: ID) {
    messageChanged(roomId: $roomId, after: $after) {
      eventId
      message {
        id
        replyCount
        ...Reactions_message
      }
    }
  }
`);

export type LiveMessage = RoomMessageAddedSubscription['messageAdded']['message'];

interface LiveRoom {
  readonly roomId: string;
  /** Where the room stood when it was loaded; null while that is not known. */
  readonly after: string | null;
  readonly onMessage: (message: LiveMessage) => void;
  /** The viewer is not in the room any more. */
  readonly onEnded: () => void;
}

export function useLiveRoom({ roomId, after, onMessage, onEnded }: LiveRoom): void {
  const { cache } = useApolloClient();
  const asked = { variables: { roomId, after }, skip: after === null, ignoreResults: true } as const;
  useSubscription(messageAdded, {
    ...asked,
    onData({ data: { data } }) {
      if (!data) return;
      const { message } = data.messageAdded;
      const isNew = putMessage(cache, roomId, message.id, message.parent?.id ?? null);
      outbox.drop(roomId, message.clientMessageId);
      if (isNew) onMessage(message);
    },
    onError(error) {
      const { code } = readFailure(error);
      if (code === 'MEMBERSHIP_ENDED' || code === 'NOT_FOUND') onEnded();
    },
  });
  // What it brings goes into the cache by itself.
  useSubscription(messageChanged, asked);
}
