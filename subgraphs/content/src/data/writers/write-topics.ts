// Appends to the live logs of persons. The counters are taken in the transaction, so commit order is the order of `seq`.
import type { ClientSession } from 'mongoose';
import { trusted } from 'mongoose';
import type { Collections } from '../records/collections.js';
import type { TopicEventRecord } from '../records/topic-records.js';

export type TopicWriter = ReturnType<typeof writeTopics>;

export function writeTopics(
  { topics, topicEvents }: Collections,
  session: ClientSession,
  now: Date,
  wakes: (topic: string) => void,
) {
  /** Counters that do not exist yet begin at 0; one write for all of them. */
  const begin = (names: readonly string[]) =>
    topics.bulkWrite(
      names.map((_id) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: { seq: 0 } }, upsert: true } })),
      { session, ordered: false },
    );

  return {
    /**
     * One event with this body on each of the topics: four commands, however many topics. The names are sorted, so
     * that two transactions meet at the first counter they share. Answers the place it got in each.
     */
    async append(names: readonly string[], body: Record<string, unknown>): Promise<ReadonlyMap<string, number>> {
      const sorted = [...new Set(names)].sort();
      const chosen = { _id: trusted({ $in: sorted }) };
      const { matchedCount } = await topics.updateMany(chosen, { $inc: { seq: 1 } }, { session });
      if (matchedCount < sorted.length) {
        // Some are new: begin them all, and raise those that were not there to be raised.
        const there = await topics.find(chosen, { _id: 1 }, { session }).lean();
        const missing = sorted.filter((name) => !there.some(({ _id }) => _id === name));
        await begin(missing);
        await topics.updateMany({ _id: trusted({ $in: missing }) }, { $inc: { seq: 1 } }, { session });
      }
      const counters = await topics.find(chosen, {}, { session }).lean();
      const events = counters.map(
        ({ _id: topic, seq }): TopicEventRecord => ({ _id: `${topic}:${seq}`, topic, seq, occurredAt: now, body }),
      );
      await topicEvents.insertMany(events, { session, lean: true });
      for (const name of sorted) wakes(name);
      return new Map(counters.map(({ _id, seq }) => [_id, seq]));
    },
  };
}
