// The documents of a chat, as a client would write them.
import { randomUUID } from 'node:crypto';
import type { LiveEvent } from './listen.js';
import type { Person } from './person.js';

export interface MessageEvent extends LiveEvent {
  message: { id: string; body: string; seq: number; author: { id: string; displayName: string | null } };
}

/** Each event carries fields of both subgraphs: the message is content's, its author's name is users'. */
export const MESSAGES = /* GraphQL */ `
  subscription Messages($roomId: ID!, $after: ID) {
    messageAdded(roomId: $roomId, after: $after) {
      eventId
      occurredAt
      message { id body seq author { id displayName } }
    }
  }
`;

const CREATE_ROOM = /* GraphQL */ `
  mutation CreateRoom($input: CreateRoomInput!) {
    createRoom(input: $input) { room { id } userErrors { code message path } }
  }
`;

const SEND = /* GraphQL */ `
  mutation Send($input: SendMessageInput!) {
    sendMessage(input: $input) { message { id seq } userErrors { code message path } }
  }
`;

interface UserError {
  code: string;
  message: string;
}

/** A group room of the owner with these members; answers its id. */
export async function createRoom(owner: Person, title: string, members: readonly Person[]): Promise<string> {
  const input = { title, memberIds: members.map(({ id }) => id), idempotencyKey: randomUUID() };
  const { createRoom: answer } = await owner.ask<{
    createRoom: { room: { id: string } | null; userErrors: UserError[] };
  }>(CREATE_ROOM, { input });
  if (!answer.room) throw new Error(JSON.stringify(answer.userErrors));
  return answer.room.id;
}

/** Sends once; the same clientMessageId may be sent again after a lost answer. Throws on any refusal. */
export async function send(
  author: Person,
  roomId: string,
  body: string,
  clientMessageId: string = randomUUID(),
): Promise<{ id: string; seq: number }> {
  const { sendMessage } = await author.ask<{
    sendMessage: { message: { id: string; seq: number } | null; userErrors: UserError[] };
  }>(SEND, { input: { roomId, body, clientMessageId } });
  if (!sendMessage.message) throw new Error(JSON.stringify(sendMessage.userErrors));
  return sendMessage.message;
}

/** Where a room stands for this person: what a client asks together with the messages it shows. */
export async function latestEventId(person: Person, roomId: string): Promise<string> {
  const { room } = await person.ask<{ room: { latestEventId: string } }>(
    'query ($id: ID!) { room(id: $id) { latestEventId } }',
    { id: roomId },
  );
  return room.latestEventId;
}
