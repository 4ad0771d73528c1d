// Writes of reactions. Each is a row of its own, so no two people who react at once overwrite each other.

import { toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { type Reaction, reactionId } from '../../domain/reaction.js';
import type { Collections } from '../records/collections.js';

export function writeReactions({ reactions }: Collections, session: ClientSession) {
  return {
    has: async (messageId: string, userId: string, emoji: string): Promise<boolean> =>
      (await reactions.exists({ _id: reactionId(messageId, userId, emoji) }).session(session)) !== null,

    /** The different emoji on a message. */
    emojiOn: (messageId: string): Promise<string[]> => reactions.distinct('emoji', { messageId }).session(session),

    async add(reaction: Reaction): Promise<void> {
      await reactions.insertMany([toStored(reaction)], { session, lean: true });
    },

    async remove(messageId: string, userId: string, emoji: string): Promise<void> {
      await reactions.deleteOne({ _id: reactionId(messageId, userId, emoji) }, { session });
    },
  };
}
