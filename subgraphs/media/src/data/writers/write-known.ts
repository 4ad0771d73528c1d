// Writes of what other subgraphs told us: the newest fact stays, whatever comes late or twice. Of two of one moment the one
// that comes later is the newer: a stream keeps its order.

import type { Stored } from '@mosaic/kernel/stores/mongo-stored';
import { type ClientSession, trusted } from 'mongoose';
import type { Audience, CoachStanding } from '../../domain/audience.js';
import type { Collection, Collections } from '../records/collections.js';

interface Fact {
  id: string;
  knownAt: Date;
}

export function writeKnown({ audiences, coaches }: Collections, session: ClientSession) {
  const keepNewest = async <F extends Fact>(collection: Collection<Stored<F>>, { id, ...facts }: F): Promise<void> => {
    const all = collection as unknown as Collection<{ _id: string; knownAt: Date }>;
    await all.updateOne({ _id: id }, { $setOnInsert: facts }, { upsert: true, session });
    await all.updateOne({ _id: id, knownAt: trusted({ $lte: facts.knownAt }) }, { $set: facts }, { session });
  };
  return {
    audience: (audience: Audience) => keepNewest(audiences, audience),
    standing: (standing: CoachStanding) => keepNewest(coaches, standing),
  };
}
