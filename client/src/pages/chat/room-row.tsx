// One conversation in the list: whose it is, what was said last, and how much of it is unread.
import { Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { chatWords } from './chat-words';
import { RoomFace } from './room-face';
import { useRoomName } from './room-name';
import { useWhen } from './use-when';

const fragment = graphql(`
  fragment RoomRow_room on Room {
    id
    activeAt
    unreadCount
    lastMessage {
      id
      body
      author {
        id
        displayName
      }
      attachments {
        grant
      }
    }
    ...RoomName_room
    ...RoomFace_room
  }
`);

interface RoomRowProps {
  readonly room: FragmentType<typeof fragment>;
  readonly isOpen: boolean;
}

export function RoomRow({ room: masked, isOpen }: RoomRowProps) {
  const words = useWords(chatWords);
  const when = useWhen();
  const viewer = useSignedIn();
  const room = unmask(fragment, masked);
  const name = useRoomName(room);
  const unread = room.unreadCount ?? 0;
  const last = room.lastMessage;
  const text = last?.body ?? words.nobodySpoke;
  const author = last?.author;
  const said = !author
    ? text
    : author.id === viewer.id
      ? words.youSaid(text)
      : words.said(author.displayName.split(' ')[0] ?? '', text);
  return (
    <li>
      <Link
        to={`/chat/${encodeURIComponent(room.id)}`}
        className={classes['row']}
        aria-current={isOpen ? 'page' : undefined}
      >
        <RoomFace room={room} size={44} />
        <span className={classes['rowText']}>
          <span className={classes['rowLine']}>
            <Text component="span" fw={unread > 0 ? 700 : 600} truncate>
              {name}
            </Text>
            <Text component="time" dateTime={room.activeAt} size="xs" c="dimmed" flex="none">
              {when(room.activeAt)}
            </Text>
          </span>
          <span className={classes['rowLine']}>
            <Text component="span" size="sm" c={unread > 0 ? undefined : 'dimmed'} fw={unread > 0 ? 500 : 400} truncate>
              {said}
            </Text>
            {unread > 0 && (
              <Badge
                component="span"
                size="sm"
                circle={unread < 10}
                flex="none"
                aria-label={words.unread(unread)}
                role="img"
              >
                {unread > 99 ? '99+' : unread}
              </Badge>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
