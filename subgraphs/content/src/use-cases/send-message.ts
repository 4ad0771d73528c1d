// Says something in a room. Sending again under the same client id answers with the first message.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Asker } from '../data/asker.js';
import { isDuplicateKey } from '../data/transactions.js';
import { BODY, Message } from '../domain/message.js';
import { refuse } from '../domain/refusals.js';
import { roomTurns } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface SendMessage {
  readonly roomId: string;
  /** The sender's own UUID for this message. */
  readonly clientMessageId: string;
  readonly body: string;
}

/** Refuses NOT_FOUND, BAD_INPUT, and IDEMPOTENCY_KEY_REUSED when the client id stands for something else. */
export async function sendMessage(
  rooms: Rooms,
  asker: Asker,
  { roomId, clientMessageId, ...input }: SendMessage,
): Promise<Message | Refusal> {
  const body = cleanText(input.body, BODY);
  if (isRefusal(body)) return body.at('body');
  try {
    const said = await rooms.transact(await roomTurns(rooms, asker, roomId), async (unit) => {
      const room = await unit.rooms.takeFor(asker, roomId);
      if (!room) return refuse('NOT_FOUND');
      const id = rooms.mintId('Message');
      const at = { roomId: room.id, seq: room.seq, sentAt: unit.now };
      const message = Object.assign(new Message(), { id, authorId: asker.id, clientMessageId, body, ...at });
      await unit.rooms.say(room, message);
      return message;
    });
    if (!isRefusal(said)) void rooms.typing.set(roomId, asker.id, false);
    return said;
  } catch (error) {
    // The unique client id is the guard: no look before the write could see a twin that is being sent right now.
    if (!isDuplicateKey(error)) throw error;
    const first = await rooms.read.sentAs(asker, clientMessageId);
    if (!first) throw error;
    const isSame = first.roomId === roomId && first.body === body;
    return isSame ? first : refuse('IDEMPOTENCY_KEY_REUSED').at('clientMessageId');
  }
}
