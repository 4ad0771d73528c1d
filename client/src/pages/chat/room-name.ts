// What a room is called: its title; two people's room after the other one.
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { useWords } from '@/words/words';
import { chatWords } from './chat-words';

const fragment = graphql(`
  fragment RoomName_room on Room {
    id
    kind
    title
    members(first: 2) {
      edges {
        node {
          user {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function useRoomName(masked: FragmentType<typeof fragment>): string {
  const words = useWords(chatWords);
  const viewer = useSignedIn();
  const { title, members } = unmask(fragment, masked);
  const other = members.edges.find(({ node }) => node.user && node.user.id !== viewer.id);
  return title ?? other?.node.user?.displayName ?? words.somebody;
}
