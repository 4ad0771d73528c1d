// A reaction: one emoji of one person on one message. Its id makes "once" true.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import { refuse } from './refusals.js';

/** How many different emoji a message carries at most. */
export const MOST_EMOJI = 50;

export class Reaction {
  /** `<message id> <user id> <emoji>`. */
  id: string;
  messageId: Id<'Message'>;
  userId: Id<'User'>;
  emoji: string;
  /** Position in the room's log of the event that told of it. */
  seq: number;
}

export const reactionId = (messageId: string, userId: string, emoji: string): string =>
  `${messageId} ${userId} ${emoji}`;

/** How often one emoji stands on a message. */
export class ReactionCount {
  emoji: string;
  count: number;
  viewerHasReacted: boolean;
}

/** Sets of sequences (ECMAScript 2024): Node has them, the language level we compile to does not. */
const SETS: string = 'v';
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', SETS);
const AS_PICTURE = '\ufe0f';

/**
 * One emoji in its one spelling, so that equal pictures are equal texts (Unicode TR 51: RGI sequences; a character that
 * may be text or picture gets its variation selector). Refuses BAD_INPUT for everything else.
 */
export function readEmoji(text: string): string | Refusal {
  const spelling = [text, `${text}${AS_PICTURE}`].find((spelled) => ONE_EMOJI.test(spelled));
  return spelling ?? refuse('BAD_INPUT', { reason: 'give exactly one emoji' });
}
