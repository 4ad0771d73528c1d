// The rooms of the viewer, a page at a time.
import { graphql } from '@/graph/generated';
import type { ChatRoomsQuery } from '@/graph/generated/graphql';

/** A room as the list holds it: enough to order the list, and to know whose presence to watch. */
export const listedRoom = graphql(`
  fragment ListedRoom on Room {
    id
    kind
    activeAt
    members(first: 2) {
      edges {
        node {
          user {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ...RoomRow_room
  }
`);

export const chatRooms = graphql(`
  query ChatRooms($search: String, $after: String) {
    me {
      id
      latestInboxEventId
      rooms(first: 20, after: $after, search: $search) {
        edges {
          cursor
          node {
            id
            ...ListedRoom
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

export type ChatRooms = ChatRoomsQuery;
