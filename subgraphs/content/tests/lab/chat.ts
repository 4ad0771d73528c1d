// Short words for what tests do again and again.
import { randomUUID } from 'node:crypto';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../../src/data/asker.js';
import type { Message } from '../../src/domain/message.js';
import type { Room } from '../../src/domain/room.js';
import { createRoom } from '../../src/use-cases/create-room.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { sendMessage } from '../../src/use-cases/send-message.js';

/** The result, or an error that names the refusal. */
export function granted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${result.message}`);
  return result;
}

export const codeOf = (result: unknown): string | null => (isRefusal(result) ? result.code : null);

export const group = async (rooms: Rooms, owner: Asker, ...others: Asker[]): Promise<Room> =>
  granted(
    await createRoom(rooms, owner, {
      idempotencyKey: randomUUID(),
      title: 'A group',
      memberIds: others.map(({ id }) => id),
    }),
  );

export const say = async (rooms: Rooms, author: Asker, room: Room, body: string): Promise<Message> =>
  granted(await sendMessage(rooms, author, { roomId: room.id, clientMessageId: randomUUID(), body }));
