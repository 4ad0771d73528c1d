// An outbox in memory, for tests of the relay alone; the stores' own outboxes have their own tests.
import type { OutboxEvent } from '../../outbox/event.js';
import type { OutboxSource } from '../../outbox/source.js';

export interface ListOutbox extends OutboxSource {
  append(...events: OutboxEvent[]): void;
  readonly batches: readonly number[];
}

export function listOutbox(): ListOutbox {
  const events: OutboxEvent[] = [];
  const batches: number[] = [];
  const published = new Set<string>();
  return {
    batches,
    append: (...more) => void events.push(...more),
    async drain(publish, limit) {
      const batch = events.filter(({ id }) => !published.has(id)).slice(0, limit);
      if (batch.length === 0) return 0;
      await publish(batch);
      batches.push(batch.length);
      for (const { id } of batch) published.add(id);
      return batch.length;
    },
    async rewind(since) {
      for (const { id, occurredAt } of events) if (occurredAt >= since) published.delete(id);
    },
  };
}
