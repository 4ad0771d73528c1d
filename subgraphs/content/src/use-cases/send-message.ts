// Says something in a room, or answers what was said there. Sending again under the same client id answers with the
// first message.
import { isDeepStrictEqual } from 'node:util';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isDuplicateKey } from '@mosaic/kernel/stores/mongo-transactions';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Asker } from '../data/asker.js';
import { readMediaIds } from '../domain/media-ids.js';
import { BODY, Message } from '../domain/message.js';
import { refuse } from '../domain/refusals.js';
import { roomTurns } from './reload-room.js';
import type { Rooms } from './rooms.js';

export interface SendMessage {
  readonly roomId: string;
  /** The sender's own UUID for this message. */
  readonly clientMessageId: string;
  readonly body: string;
  /** The message it answers. */
  readonly parentId?: string | null | undefined;
  readonly mediaIds?: readonly string[] | null | undefined;
}

/**
 * Refuses NOT_FOUND, BAD_INPUT, TOO_MANY (media), and IDEMPOTENCY_KEY_REUSED when the client id stands for something
 * else.
 */
export async function sendMessage(
  rooms: Rooms,
  asker: Asker,
  { roomId, clientMessageId, ...input }: SendMessage,
): Promise<Message | Refusal> {
  const body = cleanText(input.body, BODY);
  if (isRefusal(body)) return body.at('body');
  const mediaIds = readMediaIds(input.mediaIds);
  if (isRefusal(mediaIds)) return mediaIds;
  const parentId = input.parentId ?? null;
  const refusal = parentId === null ? null : await refuseParent(rooms, asker, roomId, parentId);
  if (refusal) return refusal.at('parentId');
  const said = { clientMessageId, body, parentId, mediaIds };
  try {
    const sent = await rooms.transact(await roomTurns(rooms, asker, roomId), async (unit) => {
      const room = await unit.rooms.takeFor(asker, roomId);
      if (!room) return refuse('NOT_FOUND');
      const id = rooms.mintId('Message');
      const at = { roomId: room.id, seq: room.seq, sentAt: unit.now };
      const message: Message = Object.assign(new Message(), { id, authorId: asker.id, ...said, ...at });
      await unit.rooms.say(room, message);
      return message;
    });
    if (!isRefusal(sent)) void rooms.typing.set(roomId, asker.id, false);
    return sent;
  } catch (error) {
    // The unique client id is the guard: no look before the write could see a twin that is being sent right now.
    if (!isDuplicateKey(error)) throw error;
    const first = await rooms.read.sentAs(asker, clientMessageId);
    if (!first) throw error;
    const isSame =
      first.roomId === roomId &&
      first.body === body &&
      first.parentId === parentId &&
      isDeepStrictEqual(first.mediaIds, mediaIds);
    return isSame ? first : refuse('IDEMPOTENCY_KEY_REUSED').at('clientMessageId');
  }
}

/** A thread has one level, in one room. Messages never go, so what is found here is there when the answer is written. */
async function refuseParent({ read }: Rooms, asker: Asker, roomId: string, parentId: string): Promise<Refusal | null> {
  const [parent] = await read.systemMessages(asker, [parentId]);
  if (parent?.roomId !== roomId || !(await read.isMember(asker, roomId))) return refuse('NOT_FOUND');
  return parent.parentId === null ? null : refuse('BAD_INPUT', { reason: 'answer the message that began the thread' });
}
