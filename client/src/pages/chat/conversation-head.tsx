// Above a conversation: whose it is, whether they are there, the way back on a phone, and its settings.
import { ActionIcon, Text, Title } from '@mantine/core';
import { ArrowLeft, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { chatWords } from './chat-words';
import { conversationWords } from './conversation-words';
import { RoomDetails } from './room-details';
import { RoomFace } from './room-face';
import { useRoomName } from './room-name';
import { usePresence } from './use-presence';

const fragment = graphql(`
  fragment ConversationHead_room on Room {
    id
    kind
    members(first: 2) {
      edges {
        node {
          user {
            id
            presence {
              status
              lastSeenAt
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ...RoomName_room
    ...RoomFace_room
  }
`);

export function ConversationHead({ room: masked }: { readonly room: FragmentType<typeof fragment> }) {
  const words = useWords(chatWords);
  const { details } = useWords(conversationWords);
  const formats = useFormats();
  const viewer = useSignedIn();
  const room = unmask(fragment, masked);
  const name = useRoomName(room);
  const [isOpen, setOpen] = useState(false);
  const isDirect = room.kind === 'DIRECT';
  const other = isDirect
    ? room.members.edges.find(({ node }) => node.user && node.user.id !== viewer.id)?.node.user
    : null;
  usePresence(other ? [other.id] : []);
  const presence = other?.presence;
  const there =
    presence?.status === 'ONLINE'
      ? words.online
      : presence?.lastSeenAt
        ? words.lastSeen(formats.relative(presence.lastSeenAt))
        : presence && words.offline;
  return (
    <header className={classes['head']}>
      <ActionIcon
        component={Link}
        to="/chat"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.back}
        className={classes['back'] ?? ''}
      >
        <ArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <RoomFace room={room} size={40} />
      <div className={classes['headText']}>
        <Title order={2} size="h5" lineClamp={1}>
          {name}
        </Title>
        {there && (
          <Text size="xs" c="dimmed">
            {there}
          </Text>
        )}
      </div>
      {!isDirect && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={details} onClick={() => setOpen(true)}>
          <Settings2 size={19} aria-hidden />
        </ActionIcon>
      )}
      {!isDirect && <RoomDetails roomId={room.id} name={name} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </header>
  );
}
