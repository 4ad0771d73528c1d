// Reads of reactions: counted from their rows at each question, so a count cannot drift from what it counts.

import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { trusted } from 'mongoose';
import { ReactionCount } from '../../domain/reaction.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

export function readReactions({ reactions }: Collections) {
  return {
    /** By message id, the emoji that came first before the others. Callers have checked who may see the messages. */
    async reactionsTo(asker: Asker, messageIds: readonly string[]): Promise<Map<string, ReactionCount[]>> {
      const chosen = [...messageIds];
      const [counts, own] = await Promise.all([
        reactions
          .aggregate<{ _id: { messageId: string; emoji: string }; count: number; first: number }>([
            { $match: { messageId: { $in: chosen } } },
            {
              $group: {
                _id: { messageId: '$messageId', emoji: '$emoji' },
                count: { $sum: 1 },
                first: { $min: '$seq' },
              },
            },
            { $sort: { first: 1 } },
          ])
          .option({ maxTimeMS: budgetOf(asker) }),
        reactions
          .find({ messageId: trusted({ $in: chosen }), userId: asker.id })
          .maxTimeMS(budgetOf(asker))
          .lean(),
      ]);
      const found = new Map<string, ReactionCount[]>();
      for (const { _id, count } of counts) {
        const viewerHasReacted = own.some(({ messageId, emoji }) => messageId === _id.messageId && emoji === _id.emoji);
        const one = Object.assign(new ReactionCount(), { emoji: _id.emoji, count, viewerHasReacted });
        found.set(_id.messageId, [...(found.get(_id.messageId) ?? []), one]);
      }
      return found;
    },
  };
}
