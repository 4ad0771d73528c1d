// One message: who said it, its text, pictures, reactions, and the way into its thread.
import { ActionIcon, Anchor, Text } from '@mantine/core';
import { CornerDownRight, MessageSquareReply, SmilePlus } from 'lucide-react';
import { memo } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { chatWords } from './chat-words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';
import { MessageAttachments } from './message-attachments';
import { MessageText } from './message-text';
import { Reactions } from './reactions';

const fragment = graphql(`
  fragment MessageRow_message on Message {
    id
    seq
    clientMessageId
    body
    sentAt
    author {
      id
      displayName
      ...Avatar_user
    }
    parent {
      id
      body
      author {
        id
        displayName
      }
    }
    replyCount
    ...MessageAttachments_message
    ...Reactions_message
  }
`);

export type MessageOfRow = FragmentType<typeof fragment>;

export interface MessageActs {
  /** Leads into the thread under a message. */
  openThread(messageId: string): void;
  /** Offers emojis beside the button. */
  pickReaction(messageId: string, beside: HTMLElement): void;
}

interface MessageRowProps extends MessageActs {
  readonly message: MessageOfRow;
  /** The first of its sender's group, which shows who it is. */
  readonly isFirst: boolean;
  /** Within the thread, where parents and replies go without saying. */
  readonly isInThread?: boolean;
}

export const MessageRow = memo(function MessageRow({
  message: masked,
  isFirst,
  isInThread = false,
  openThread,
  pickReaction,
}: MessageRowProps) {
  const words = useWords(conversationWords);
  const { said, somebody } = useWords(chatWords);
  const formats = useFormats();
  const message = unmask(fragment, masked);
  const { id, author, parent, replyCount, sentAt } = message;
  const name = author?.displayName ?? somebody;
  const thread = parent?.id ?? id;
  return (
    <article
      className={classes['message']}
      data-row
      data-first={isFirst || undefined}
      aria-label={said(name, message.body)}
    >
      <div className={classes['side']}>{isFirst && <Avatar user={author} size={36} />}</div>
      <div className={classes['main']}>
        {isFirst && (
          <div className={classes['who']}>
            <Text component="span" fw={600}>
              {name}
            </Text>
            <Text component="time" dateTime={sentAt} size="xs" c="dimmed">
              {formats.time(sentAt)}
            </Text>
          </div>
        )}
        {parent && !isInThread && (
          <button type="button" className={classes['parent']} onClick={() => openThread(thread)}>
            <CornerDownRight size={14} aria-hidden />
            <span>
              {words.inReplyTo(parent.author?.displayName ?? somebody)} · {parent.body}
            </span>
          </button>
        )}
        <MessageText text={message.body} />
        <MessageAttachments message={message} />
        <Reactions message={message} />
        {replyCount > 0 && !isInThread && (
          <Anchor component="button" type="button" size="sm" onClick={() => openThread(id)}>
            {words.replies(replyCount)}
          </Anchor>
        )}
      </div>
      <div className={classes['acts']}>
        <ActionIcon
          variant="default"
          aria-label={words.react}
          aria-haspopup="true"
          onClick={(event) => pickReaction(id, event.currentTarget)}
        >
          <SmilePlus size={16} aria-hidden />
        </ActionIcon>
        {!isInThread && (
          <ActionIcon variant="default" aria-label={words.reply} onClick={() => openThread(thread)}>
            <MessageSquareReply size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </article>
  );
});
