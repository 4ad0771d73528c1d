// Rooms with messages that the person has not read.
import { Badge, Text } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';
import { Matter } from './matter';
import classes from './signed-in-home.module.css';

export const unreadRoomsFragment = graphql(`
  fragment UnreadRooms_room on Room {
    id
    title
    activeAt
    unreadCount
    lastMessage {
      id
      body
    }
    members(first: 2) {
      edges {
        node {
          user {
            id
            displayName
          }
        }
      }
    }
  }
`);

const MOST = 3;

export function UnreadRooms({ rooms }: { readonly rooms: readonly FragmentType<typeof unreadRoomsFragment>[] }) {
  const words = useWords(homeWords);
  const { number, list } = useFormats();
  const viewer = useSignedIn();
  const unread = unmask(unreadRoomsFragment, rooms).filter(({ unreadCount }) => (unreadCount ?? 0) > 0);
  if (unread.length === 0) return null;
  return (
    <Matter title={words.unread}>
      {unread.slice(0, MOST).map(({ id, title, unreadCount, lastMessage, members }) => {
        const others = members.edges.flatMap(({ node: { user } }) => (user && user.id !== viewer.id ? user : []));
        const name = title ?? list(others.map(({ displayName }) => displayName));
        return (
          <li key={id}>
            <Link to={`/chat/${encodeURIComponent(id)}`} className={classes['line'] ?? ''}>
              <MessageCircle size={18} aria-hidden />
              <span className={classes['grow']}>
                {name || words.conversation}
                <Text size="xs" c="dimmed" truncate>
                  {lastMessage?.body}
                </Text>
              </span>
              <Badge aria-label={words.unreadCount(number(unreadCount ?? 0))}>{number(unreadCount ?? 0)}</Badge>
            </Link>
          </li>
        );
      })}
    </Matter>
  );
}
