// What adding and removing a reaction share: naturally idempotent, under the room's turn, told in the room's log.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import type { Message } from '../domain/message.js';
import { MOST_EMOJI, Reaction, reactionId, readEmoji } from '../domain/reaction.js';
import { refuse } from '../domain/refusals.js';
import { roomTopic } from '../domain/topics.js';
import type { Rooms } from './rooms.js';

export interface ChangeReaction {
  readonly messageId: string;
  readonly emoji: string;
}

/** The message. Asking for what is so already writes nothing and tells nobody. Refuses NOT_FOUND, BAD_INPUT, TOO_MANY. */
async function changeReaction(
  rooms: Rooms,
  asker: Asker,
  { messageId, ...input }: ChangeReaction,
  isWanted: boolean,
): Promise<Message | Refusal> {
  const emoji = readEmoji(input.emoji);
  if (isRefusal(emoji)) return emoji.at('emoji');
  const [message] = await rooms.read.systemMessages(asker, [messageId]);
  if (!message || !(await rooms.read.isMember(asker, message.roomId))) return refuse('NOT_FOUND');

  const changed = await rooms.transact(roomTopic(message.roomId), async (unit) => {
    if ((await unit.reactions.has(message.id, asker.id, emoji)) === isWanted) return true;
    const room = await unit.rooms.takeQuietlyFor(asker, message.roomId);
    if (!room) return refuse('NOT_FOUND');
    if (isWanted) {
      const standing = await unit.reactions.emojiOn(message.id);
      if (!standing.includes(emoji) && standing.length >= MOST_EMOJI) return refuse('TOO_MANY', { limit: MOST_EMOJI });
      const id = reactionId(message.id, asker.id, emoji);
      const reaction = { id, messageId: message.id, userId: asker.id, emoji, seq: room.seq };
      await unit.reactions.add(Object.assign(new Reaction(), reaction));
    } else await unit.reactions.remove(message.id, asker.id, emoji);
    await unit.rooms.noteReaction(room, message.id);
    return true;
  });
  return isRefusal(changed) ? changed : message;
}

/** The asker reacts to a message; once, however often they say so. */
export const addReaction = (rooms: Rooms, asker: Asker, input: ChangeReaction) =>
  changeReaction(rooms, asker, input, true);

/** The asker takes a reaction back. */
export const removeReaction = (rooms: Rooms, asker: Asker, input: ChangeReaction) =>
  changeReaction(rooms, asker, input, false);
