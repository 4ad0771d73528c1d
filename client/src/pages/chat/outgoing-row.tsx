// A message on its way, or one that did not get there.
import { Button, Group, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useRefusalText } from '@/words/refusals';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';
import { MessageText } from './message-text';
import type { Outgoing } from './outbox';
import { outbox } from './use-outbox';

export function OutgoingRow({ message }: { readonly message: Outgoing }) {
  const words = useWords(conversationWords);
  const textOf = useRefusalText();
  const { roomId, clientMessageId, body, state } = message;
  const isLost = state === 'failed' || state === 'refused';
  return (
    <article className={classes['message']} data-outgoing={state}>
      <div className={classes['side']} />
      <div className={classes['main']}>
        <MessageText text={body} />
        {isLost ? (
          <Group gap="xs" role="alert">
            <Text size="sm" c="red.8" className={classes['lost'] ?? ''}>
              <CircleAlert size={15} aria-hidden />{' '}
              {message.state === 'refused' ? message.refusals.map(textOf).join(' ') : words.failed}
            </Text>
            {state === 'failed' && (
              <Button size="compact-xs" variant="light" onClick={() => outbox.again(roomId)}>
                {words.again}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => outbox.drop(roomId, clientMessageId)}
            >
              {words.discard}
            </Button>
          </Group>
        ) : (
          <Text size="xs" c="dimmed">
            {state === 'sending' ? words.sending : words.waiting}
          </Text>
        )}
      </div>
    </article>
  );
}
