// The messages of a conversation, the newest below. Older ones are loaded on the way up.
import { Button, Loader } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSignedIn } from '@/parts/viewer';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';
import { groupMessages } from './group-messages';
import classes from './message.module.css';
import { type MessageActs, type MessageOfRow, MessageRow } from './message-row';
import type { ScrollPlace } from './use-scroll-place';

type ListedMessage = MessageOfRow & {
  readonly id: string;
  readonly seq: number;
  readonly sentAt: string;
  readonly author: { readonly id: string } | null;
};

interface MessageListProps extends MessageActs {
  readonly name: string;
  readonly messages: readonly ListedMessage[];
  readonly readUpTo: number | null;
  readonly place: ScrollPlace;
  readonly hasOlder: boolean;
  /** Resolves to whether a page came. */
  readonly loadOlder: () => Promise<boolean>;
  /** How many came while one was reading further up. */
  readonly newBelow: number;
  /** What is on its way, and who types. */
  readonly children: ReactNode;
}

export function MessageList(props: MessageListProps) {
  const { name, messages, readUpTo, place, hasOlder, newBelow, children, ...acts } = props;
  const words = useWords(conversationWords);
  const formats = useFormats();
  const viewer = useSignedIn();
  const top = useOlder(props);
  return (
    <div className={classes['frame']}>
      {/* Spoken by a region of its own: what is loaded on the way up is not news. */}
      <div
        ref={place.list}
        className={classes['log']}
        role="log"
        aria-live="off"
        aria-label={words.messages(name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={place.follow}
      >
        <div>
          {hasOlder && (
            <div ref={top} className={classes['older']} role="img" aria-label={words.older}>
              <Loader size="sm" aria-hidden />
            </div>
          )}
          {groupMessages(messages, { viewerId: viewer.id, readUpTo }).map((row) =>
            row.kind === 'day' ? (
              <div key={row.key} className={classes['day']}>
                <span>{formats.day(row.at)}</span>
              </div>
            ) : row.kind === 'unread' ? (
              <div key={row.key} className={classes['unread']} data-mark>
                <span>{words.unreadFromHere}</span>
              </div>
            ) : (
              <MessageRow
                key={row.key}
                message={row.message}
                isFirst={row.isFirst}
                openThread={acts.openThread}
                pickReaction={acts.pickReaction}
              />
            ),
          )}
          {children}
        </div>
      </div>
      {!place.isAtEnd && (
        <Button
          className={classes['toEnd'] ?? ''}
          size="compact-md"
          radius="xl"
          variant={newBelow > 0 ? 'filled' : 'default'}
          leftSection={<ArrowDown size={16} aria-hidden />}
          onClick={place.toEnd}
        >
          {newBelow > 0 ? words.newBelow(newBelow) : words.toEnd}
        </Button>
      )}
    </div>
  );
}

/** Loads what is older when the top comes near; again as long as it stays near. */
function useOlder({ messages, hasOlder, loadOlder, place: { list } }: MessageListProps) {
  const top = useRef<HTMLDivElement>(null);
  const latest = useRef(loadOlder);
  latest.current = loadOlder;
  const oldest = messages[0]?.id;
  useEffect(() => {
    const mark = top.current;
    if (!mark || !hasOlder || !oldest) return;
    let isOver = false;
    // What is loaded is shown before it counts as loaded: who is at the top by then would wait for nothing.
    const lookAgain = (came: boolean) => {
      if (!came || isOver) return; // who could not be answered is asked again when the reader moves
      watcher.unobserve(mark);
      watcher.observe(mark);
    };
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void latest.current().then(lookAgain);
      },
      { root: list.current, rootMargin: '600px 0px 0px' },
    );
    watcher.observe(mark);
    return () => {
      isOver = true;
      watcher.disconnect();
    };
  }, [oldest, hasOlder, list]);
  return top;
}
