// A conversation as it is loaded: from memory at once, from the server always; and further back, page by page, until the
// viewer's unread mark is among what is there.
import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { graphql } from '@/graph/generated';

const chatRoom = graphql(`
  query ChatRoom($id: ID!, $last: Int!, $before: String) {
    room(id: $id) {
      id
      unreadCount
      viewerReadMarker
      latestEventId
      ...RoomName_room
      ...ConversationHead_room
      messages(last: $last, before: $before) {
        edges {
          cursor
          node {
            id
            seq
            clientMessageId
            sentAt
            author {
              id
            }
            ...MessageRow_message
          }
        }
        pageInfo {
          hasPreviousPage
          hasNextPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

const PAGE = 40;
/** Who has more than this to catch up with begins at the newest, and finds the mark on the way up. */
const MOST_TO_MARK = 400;

interface Opened {
  /** The cursor from which the conversation goes on live. */
  readonly after: string;
  /** Where the mark before the unread stands; null without any. It stays as long as the conversation is open. */
  readonly readUpTo: number | null;
}

export function useRoom(roomId: string) {
  const result = useQuery(chatRoom, { variables: { id: roomId, last: PAGE } });
  const { data, loading, fetchMore } = result;
  const [opened, setOpened] = useState<Opened | null>(null);
  const underWay = useRef<ReturnType<typeof fetchMore> | null>(null);
  const room = data?.room;
  const { hasPreviousPage = false, startCursor = null } = room?.messages.pageInfo ?? {};

  /** One page at a time: asked while one is on its way, it resolves with that one; to whether it came. */
  const loadOlder = useCallback(async () => {
    if (!startCursor) return false;
    underWay.current ??= fetchMore({ variables: { before: startCursor, last: PAGE } }).finally(() => {
      underWay.current = null;
    });
    const { error } = await underWay.current;
    return !error;
  }, [fetchMore, startCursor]);

  // The first answer of the server says where the live log goes on and where the viewer had stopped reading.
  const first = useRef<Opened | null>(null);
  if (!loading && room) {
    const readUpTo = room.unreadCount ? (room.viewerReadMarker ?? 0) : null;
    first.current ??= { after: room.latestEventId, readUpTo };
  }
  const oldest = room?.messages.edges[0]?.node.seq ?? 0;
  const count = room?.messages.edges.length ?? 0;
  const readUpTo = first.current?.readUpTo ?? null;
  const isFarBack = readUpTo !== null && hasPreviousPage && oldest > readUpTo + 1 && count < MOST_TO_MARK;
  const isKnown = first.current !== null;
  useEffect(() => {
    if (!isKnown || opened) return;
    if (isFarBack) loadOlder().catch(() => setOpened(first.current));
    else setOpened(first.current);
  }, [isKnown, isFarBack, opened, loadOlder]);

  return { result, opened, loadOlder };
}
