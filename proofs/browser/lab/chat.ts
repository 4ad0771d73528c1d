// What a proof prepares for people who talk.
import { randomUUID } from 'node:crypto';
import type { Seat } from './test';

export async function idOf({ ask }: Seat): Promise<string> {
  return (await ask<{ me: { id: string } }>('{ me { id } }')).me.id;
}

/** The id of the one room of two people. */
export async function openDirectRoom({ ask }: Seat, userId: string): Promise<string> {
  const { openDirectRoom: opened } = await ask<{ openDirectRoom: { room: { id: string } } }>(
    'mutation ($input: OpenDirectRoomInput!) { openDirectRoom(input: $input) { room { id } userErrors { code } } }',
    { input: { userId } },
  );
  return opened.room.id;
}

export async function sendMessage({ ask }: Seat, roomId: string, body: string): Promise<void> {
  await ask(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { code } } }',
    { input: { roomId, body, clientMessageId: randomUUID() } },
  );
}
