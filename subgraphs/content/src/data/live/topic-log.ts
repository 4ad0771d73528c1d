// Inboxes and alert streams as live logs. They forget: a reader that fell behind what is kept is told so.
import type { LiveEvent, LiveLog } from '@mosaic/kernel/live/live-event';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { trusted } from 'mongoose';
import { refuse } from '../../domain/refusals.js';
import type { Collections } from '../records/collections.js';
import { KEPT_EVENTS, type TopicEventRecord } from '../records/topic-records.js';

/** `readAfter` throws RESYNC_REQUIRED when the event next in line was forgotten: never a silent gap. */
export function topicLog<T>({ topics, topicEvents }: Collections): LiveLog<T> {
  return {
    async readAfter(topic, after, limit): Promise<LiveEvent<T>[]> {
      const records = await topicEvents
        .find({ topic, seq: trusted({ $gt: after }) })
        .sort({ seq: 1 })
        .limit(limit)
        .maxTimeMS(budgetOf({}))
        .lean<TopicEventRecord[]>();
      if (records[0] && records[0].seq !== after + 1) throw new RefusedError(refuse('RESYNC_REQUIRED'));
      return records.map(({ seq, occurredAt, body }) => ({ seq, occurredAt, body: body as T }));
    },

    async bounds(topic) {
      const [counter, first] = await Promise.all([
        topics.findById(topic).maxTimeMS(budgetOf({})).lean(),
        topicEvents.findOne({ topic }, { seq: 1 }).sort({ seq: 1 }).maxTimeMS(budgetOf({})).lean(),
      ]);
      const last = counter?.seq ?? 0;
      return { last, oldest: first?.seq ?? last + 1 };
    },
  };
}

/** Forgets all but the newest KEPT_EVENTS events of each topic; those older than 30 days go by themselves. */
export async function trimTopics({ topics, topicEvents }: Collections): Promise<void> {
  const long = await topics.find({ seq: trusted({ $gt: KEPT_EVENTS }) }).lean();
  for (const { _id: topic, seq } of long)
    await topicEvents.deleteMany({ topic, seq: trusted({ $lte: seq - KEPT_EVENTS }) });
}
