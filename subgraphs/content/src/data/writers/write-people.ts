// Writes of what other subgraphs told us about people.
import { type ClientSession, trusted } from 'mongoose';
import type { Person } from '../../domain/person.js';
import type { Collections } from '../records/collections.js';

export function writePeople({ people }: Collections, session: ClientSession) {
  return {
    /** Keeps what is newest; an older fact that comes late changes nothing, one of the same moment is newer. */
    async know({ id, ...facts }: Person): Promise<void> {
      await people.updateOne({ _id: id }, { $setOnInsert: facts }, { upsert: true, session });
      await people.updateOne({ _id: id, knownAt: trusted({ $lte: facts.knownAt }) }, { $set: facts }, { session });
    },
  };
}
