// Moves the viewer's read mark forward, once they see the messages: the window is visible, and its end is on screen.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { connection } from '@/graph/connection';
import { graphql } from '@/graph/generated';

const markRoomRead = graphql(`
  mutation MarkRoomRead($input: MarkRoomReadInput!) {
    markRoomRead(input: $input) {
      room {
        id
        viewerReadMarker
        unreadCount
      }
      userErrors {
        code
      }
    }
  }
`);

/** Several that arrive together are marked together. */
const PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 30_000;

interface Seen {
  readonly roomId: string;
  readonly last: { readonly id: string; readonly seq: number } | undefined;
  readonly isUnread: boolean;
  readonly isAtEnd: boolean;
}

export function useMarkRead({ roomId, last, isUnread, isAtEnd }: Seen): void {
  const client = useApolloClient();
  const failures = useRef(0);
  const isVisible = useSyncExternalStore(followVisibility, () => document.visibilityState === 'visible');
  const isConnected = useSyncExternalStore(connection.subscribe, () => connection.get() !== 'waiting');
  const isDue = isUnread && isAtEnd && isVisible && isConnected;
  const { id: upTo, seq } = last ?? {};
  const pending = useRef<() => void>(undefined);
  // Who leaves within the pause has seen it all the same. This stands first, so that it is cleaned up first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving a room, by whatever way, is what this is about
  useEffect(() => () => pending.current?.(), [roomId]);
  useEffect(() => {
    if (!isDue || !upTo || seq === undefined) return;
    const room = { __typename: 'Room' as const, id: roomId, viewerReadMarker: seq, unreadCount: 0 };
    const mark = () =>
      client
        .mutate({
          mutation: markRoomRead,
          variables: { input: { roomId, upTo } },
          optimisticResponse: { markRoomRead: { room, userErrors: [] } },
        })
        .then(
          () => {
            failures.current = 0;
          },
          // It is unread again then, and so due again: nobody needs to hear of it, but each time a little later.
          () => failures.current++,
        );
    const now = () => {
      forget();
      void mark();
    };
    const forget = () => {
      clearTimeout(timer);
      pending.current = undefined;
    };
    const timer = setTimeout(now, Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures.current));
    pending.current = now;
    return forget;
  }, [client, isDue, roomId, upTo, seq]);
}

function followVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
