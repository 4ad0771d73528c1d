// Chat: the list of conversations, the open one, and the thread beside it; on a phone one of them at a time.
import { Button, VisuallyHidden } from '@mantine/core';
import { DoorClosed, MessagesSquare } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Empty } from '@/ui/empty';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { chatWords } from './chat-words';
import { Conversation } from './conversation';
import { RoomList } from './room-list';
import { Thread } from './thread';

export function Page() {
  const words = useWords(chatWords);
  const { roomId } = useParams();
  const [search, setSearch] = useSearchParams();
  const threadId = search.get('thread');
  useEffect(() => {
    document.title = `${words.chat} · Mosaic`;
  }, [words]);
  const openThread = useCallback((messageId: string) => setSearch({ thread: messageId }), [setSearch]);
  const [goneId, setGoneId] = useState<string | undefined>();
  const isGone = goneId !== undefined && goneId === roomId;
  const leave = useCallback(() => setGoneId(roomId), [roomId]);
  const shown = roomId ? (threadId && !isGone ? 'thread' : 'room') : 'list';
  return (
    <div className={classes['chat']} data-shown={shown}>
      <VisuallyHidden component="h1">{words.chat}</VisuallyHidden>
      <RoomList openId={roomId} />
      {!roomId ? (
        <section className={classes['conversation']} data-nothing>
          <Empty icon={MessagesSquare} title={words.choose} text={words.chooseText} />
        </section>
      ) : isGone ? (
        <section className={classes['conversation']} data-nothing role="alert">
          <Empty icon={DoorClosed} title={words.gone} text={words.goneText}>
            <Button component={Link} to="/chat" variant="light">
              {words.back}
            </Button>
          </Empty>
        </section>
      ) : (
        <Conversation key={roomId} roomId={roomId} openThread={openThread} onGone={leave} />
      )}
      {roomId && threadId && !isGone && (
        <Thread key={threadId} roomId={roomId} messageId={threadId} onClose={() => setSearch({})} />
      )}
    </div>
  );
}
