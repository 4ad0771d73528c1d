// The thread under a message, beside the conversation: the message, what answers it, and where one answers.
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Title } from '@mantine/core';
import { SearchX, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { Composer } from './composer';
import { conversationWords } from './conversation-words';
import { EmojiPicker, type EmojiPickerControl } from './emoji-picker';
import { MessageRow } from './message-row';
import { OutgoingRow } from './outgoing-row';
import { useOutgoing } from './use-outbox';
import { useReact } from './use-react';

const chatThread = graphql(`
  query ChatThread($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on Message {
        ...MessageRow_message
        replies(first: 100, after: $after) {
          edges {
            cursor
            node {
              id
              clientMessageId
              ...MessageRow_message
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

interface ThreadProps {
  readonly roomId: string;
  readonly messageId: string;
  readonly onClose: () => void;
}

const stay = () => undefined;

export function Thread({ roomId, messageId, onClose }: ThreadProps) {
  const words = useWords(conversationWords);
  const result = useQuery(chatThread, { variables: { id: messageId } });
  const picker = useRef<EmojiPickerControl>(null);
  const react = useReact();
  const message = result.data?.node?.__typename === 'Message' ? result.data.node : null;
  const replies = message?.replies.edges.map(({ node }) => node) ?? [];
  const known = new Set(replies.map(({ clientMessageId }) => clientMessageId));
  const outgoing = useOutgoing(roomId).filter(
    ({ parentId, clientMessageId }) => parentId === messageId && !known.has(clientMessageId),
  );
  const end = useRef<HTMLDivElement>(null);
  const shown = replies.length + outgoing.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end comes into view with every reply
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const pickReaction = useRef((id: string, beside: HTMLElement) => picker.current?.open(id, beside));
  const row = { openThread: stay, pickReaction: pickReaction.current, isFirst: true, isInThread: true } as const;
  return (
    <aside className={classes['thread']} aria-labelledby="thread">
      <header className={classes['head']}>
        <Title order={2} size="h5" id="thread" className={classes['headText'] ?? ''}>
          {words.thread}
        </Title>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.closeThread} onClick={onClose}>
          <X size={19} aria-hidden />
        </ActionIcon>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes['replies']} aria-label={words.thread} tabIndex={0}>
        <Answer of={result} skeleton={<Lines count={3} height={52} />}>
          {() =>
            message ? (
              <>
                <MessageRow message={message} {...row} />
                <div className={classes['rule']}>{words.replies(replies.length)}</div>
                {replies.map((reply) => (
                  <MessageRow key={reply.id} message={reply} {...row} />
                ))}
                <LoadMore
                  pageInfo={message.replies.pageInfo}
                  load={(after) => result.fetchMore({ variables: { after } })}
                />
                {outgoing.map((draft) => (
                  <OutgoingRow key={draft.clientMessageId} message={draft} />
                ))}
                <div ref={end} />
              </>
            ) : (
              <Empty icon={SearchX} title={words.noThread} />
            )
          }
        </Answer>
      </section>
      {message && <Composer roomId={roomId} parentId={messageId} onSent={stay} />}
      <EmojiPicker control={picker} onPick={react} />
    </aside>
  );
}
