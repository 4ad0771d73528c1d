// Writes of what other subgraphs told us about people: the newest is kept, whatever comes late; of two of one moment the second.

import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { type ClientSession, trusted } from 'mongoose';
import { CoachStanding } from '../../domain/coach.js';
import type { Person } from '../../domain/person.js';
import type { Collection, Collections } from '../records/collections.js';

export function writePeople({ people, standings }: Collections, session: ClientSession) {
  const keepNewest = async <R extends { knownAt: Date }>(rows: Collection<R>, _id: string, facts: Omit<R, '_id'>) => {
    const [byId, older] = [{ _id }, { _id, knownAt: trusted({ $lte: facts['knownAt' as never] }) }];
    await rows.updateOne(byId as object, { $setOnInsert: facts } as object, { upsert: true, session });
    await rows.updateOne(older as object, { $set: facts } as object, { session });
  };

  return {
    know: ({ id, ...facts }: Person): Promise<void> => keepNewest(people, id, facts),
    knowStanding: ({ id, ...facts }: CoachStanding): Promise<void> => keepNewest(standings, id, facts),

    async standingOf(coachId: string): Promise<CoachStanding | null> {
      const found = await standings.findOne({ _id: coachId }, {}, { session }).lean<Stored<CoachStanding>>();
      return found && hydrate(CoachStanding, found);
    },
  };
}
