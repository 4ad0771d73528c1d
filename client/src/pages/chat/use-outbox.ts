// The one outbox of the page, as components see it. It outlives the conversation that wrote into it: who goes to
// another room meanwhile still sends.
import { useSyncExternalStore } from 'react';
import { client } from '@/graph/client';
import { connection } from '@/graph/connection';
import { graphql, unmask } from '@/graph/generated';
import { refusalFragment } from '@/parts/use-act';
import { type Draft, makeOutbox, type Outgoing, type Posted } from './outbox';
import { putMessage } from './put-message';

const sendMessage = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message {
        id
        seq
        room {
          id
        }
        ...MessageRow_message
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

async function post({ roomId, clientMessageId, body, parentId, mediaIds }: Draft): Promise<Posted> {
  const input = { roomId, clientMessageId, body, parentId, mediaIds: [...mediaIds] };
  try {
    const { data } = await client.mutate({
      mutation: sendMessage,
      variables: { input },
      update: (cache, { data: answer }) => {
        const message = answer?.sendMessage.message;
        if (message) putMessage(cache, roomId, message.id, parentId);
      },
    });
    const userErrors = data?.sendMessage.userErrors ?? [];
    if (userErrors.length > 0) return userErrors.map((refused) => unmask(refusalFragment, refused));
    return data?.sendMessage.message ? 'sent' : 'failed';
  } catch {
    // Whatever it was, the message stands there as not sent, with the way to try again.
    return 'failed';
  }
}

export const outbox = makeOutbox(post);

connection.subscribe(() => {
  if (connection.get() === 'live') outbox.recover();
});
window.addEventListener('online', outbox.recover);

export const useOutgoing = (roomId: string): readonly Outgoing[] =>
  useSyncExternalStore(outbox.subscribe, () => outbox.inRoom(roomId));
