// Keeps the list of rooms up to date: a room as it is now after each change, a new one, and one that is not the viewer's
// any more.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { graphql } from '@/graph/generated';
import { type ChatRooms, chatRooms } from './chat-rooms';

const inboxChanged = graphql(`
  subscription ChatInbox($after: ID) {
    inboxChanged(after: $after) {
      eventId
      change
      roomId
      room {
        id
        ...ListedRoom
      }
    }
  }
`);

/** `after`: where the inbox stood when the list was loaded. */
export function useLiveInbox(after: string): void {
  const { cache } = useApolloClient();
  useSubscription(inboxChanged, {
    variables: { after },
    ignoreResults: true,
    onData({ data: { data } }) {
      if (!data) return;
      const { change, roomId, room } = data.inboxChanged;
      const id = cache.identify({ __typename: 'Room', id: roomId });
      // Whoever looks at all members loads them again.
      if (id && change.startsWith('MEMBER')) cache.evict({ id, fieldName: 'members', args: { first: 100 } });
      cache.updateQuery(
        { query: chatRooms, variables: { search: null } },
        (list) => list && (room ? withRoom(list, room) : withoutRoom(list, roomId)),
      );
    },
  });
}

type Edges = NonNullable<NonNullable<ChatRooms['me']>['rooms']>['edges'];
export type ListedRoom = Edges[number]['node'];

/** What the list shows of a room it has follows the cache by itself. */
export function withRoom(list: ChatRooms, room: ListedRoom): ChatRooms {
  return changed(list, (edges) =>
    edges.some(({ node }) => node.id === room.id)
      ? edges
      : [{ __typename: 'RoomEdge', cursor: '', node: room } as (typeof edges)[number], ...edges],
  );
}

export const withoutRoom = (list: ChatRooms, roomId: string): ChatRooms =>
  changed(list, (edges) => edges.filter(({ node }) => node.id !== roomId));

function changed(list: ChatRooms, change: (edges: Edges) => Edges): ChatRooms {
  if (!list.me?.rooms) return list;
  return { ...list, me: { ...list.me, rooms: { ...list.me.rooms, edges: change(list.me.rooms.edges) } } };
}
