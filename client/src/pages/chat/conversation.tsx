// One conversation: its head, its messages kept live, what is on its way, and where one writes.
import { Stack, VisuallyHidden } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ChatRoomQuery } from '@/graph/generated/graphql';
import { useSignedIn } from '@/parts/viewer';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { chatWords } from './chat-words';
import { Composer } from './composer';
import { ConversationHead } from './conversation-head';
import { conversationWords } from './conversation-words';
import { EmojiPicker, type EmojiPickerControl } from './emoji-picker';
import { MessageList } from './message-list';
import { OutgoingRow } from './outgoing-row';
import { useRoomName } from './room-name';
import { Typists } from './typists';
import { type LiveMessage, useLiveRoom } from './use-live-room';
import { useMarkRead } from './use-mark-read';
import { useOutgoing } from './use-outbox';
import { useReact } from './use-react';
import { useRoom } from './use-room';
import { useScrollPlace } from './use-scroll-place';

interface ConversationProps {
  readonly roomId: string;
  readonly openThread: (messageId: string) => void;
  /** The viewer is not in the room any more, or never was. */
  readonly onGone: () => void;
}

export function Conversation({ roomId, openThread, onGone }: ConversationProps) {
  const { result, opened, loadOlder } = useRoom(roomId);
  const room = result.data?.room;
  const isGone = room === null && !result.error;
  useEffect(() => {
    if (isGone) onGone();
  }, [isGone, onGone]);
  return (
    <Answer of={result} skeleton={<Waiting />}>
      {() =>
        room && (opened || result.error) ? (
          <OpenRoom
            room={room}
            after={opened?.after ?? null}
            readUpTo={opened?.readUpTo ?? null}
            loadOlder={loadOlder}
            openThread={openThread}
            onEnded={onGone}
          />
        ) : (
          <Waiting />
        )
      }
    </Answer>
  );
}

interface OpenRoomProps {
  readonly room: NonNullable<ChatRoomQuery['room']>;
  readonly after: string | null;
  readonly readUpTo: number | null;
  readonly loadOlder: () => Promise<boolean>;
  readonly openThread: (messageId: string) => void;
  readonly onEnded: () => void;
}

function OpenRoom({ room, after, readUpTo, loadOlder, openThread, onEnded }: OpenRoomProps) {
  const words = useWords(conversationWords);
  const { said, somebody } = useWords(chatWords);
  const viewer = useSignedIn();
  const name = useRoomName(room);
  const messages = room.messages.edges.map(({ node }) => node);
  const known = new Set(messages.map(({ clientMessageId }) => clientMessageId));
  const outgoing = useOutgoing(room.id).filter(({ clientMessageId }) => !known.has(clientMessageId));
  const [newBelow, setNewBelow] = useState(0);
  const [spoken, setSpoken] = useState('');
  const picker = useRef<EmojiPickerControl>(null);
  const react = useReact();
  const last = messages.at(-1);
  const hasMark = readUpTo !== null && messages.some(({ seq, author }) => seq > readUpTo && author?.id !== viewer.id);
  const place = useScrollPlace({ first: messages[0]?.id, last: last?.id, hasMark });
  if (place.isAtEnd && newBelow > 0) setNewBelow(0);
  const hear = ({ author, body }: LiveMessage) => {
    if (author?.id === viewer.id) return;
    setSpoken(said(author?.displayName ?? somebody, body));
    if (!place.isAtEnd) setNewBelow((count) => count + 1);
  };
  useLiveRoom({ roomId: room.id, after, onMessage: hear, onEnded });
  useMarkRead({ roomId: room.id, last, isUnread: (room.unreadCount ?? 0) > 0, isAtEnd: place.isAtEnd });
  const pickReaction = useRef((messageId: string, beside: HTMLElement) => picker.current?.open(messageId, beside));
  return (
    <section className={classes['conversation']} aria-label={name}>
      <ConversationHead room={room} />
      <MessageList
        name={name}
        messages={messages}
        readUpTo={readUpTo}
        place={place}
        hasOlder={room.messages.pageInfo.hasPreviousPage}
        loadOlder={loadOlder}
        newBelow={newBelow}
        openThread={openThread}
        pickReaction={pickReaction.current}
      >
        {messages.length + outgoing.length === 0 && (
          <Empty icon={MessageCircle} title={words.empty} text={words.emptyText} />
        )}
        {outgoing.map((message) => (
          <OutgoingRow key={message.clientMessageId} message={message} />
        ))}
      </MessageList>
      <Typists roomId={room.id} />
      <Composer roomId={room.id} onSent={place.toEnd} />
      <EmojiPicker control={picker} onPick={react} />
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </section>
  );
}

const Waiting = () => (
  <Stack className={classes['conversation'] ?? ''} p="md" justify="flex-end">
    <Lines count={6} height={52} />
  </Stack>
);
