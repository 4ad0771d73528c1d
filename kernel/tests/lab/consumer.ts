// What the consumer's tests share: a database, a stream, and reactions that write down what they did.
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Redis } from 'ioredis';
import type { OutboxEvent } from '../../outbox/event.js';
import type { ApplyOnce, Reaction } from '../../outbox/source.js';
import { recordApplied } from '../../stores/postgres-outbox.js';
import { startConsumer } from '../../stores/redis-consumer.js';
import { toFields } from '../../stores/stream-entry.js';
import { noted, noteOf } from './events.js';
import { type Journal, journal } from './log.js';
import type { PostgresLab } from './postgres.js';
import type { RedisLab } from './redis.js';

export type Unit = SqlEntityManager;
export const STREAM = 'events:users';

/** Writes the event's note as an effect, unless `before` stops it. */
export const writeDown = (
  name = 'write down',
  before: (text: string) => unknown = () => {},
): Reaction<Unit> & { name: string } => ({
  on: noted,
  name,
  async react(event, unit) {
    await before(noteOf(event));
    await unit.execute('insert into effect values (?)', [noteOf(event)]);
  },
});

export function consumerLab(postgres: PostgresLab, lab: RedisLab) {
  const applyOnce: ApplyOnce<Unit> = (reaction, eventId, effect) =>
    postgres.em.fork().transactional(async (unit) => {
      const isNew = await recordApplied(unit, reaction, eventId);
      if (isNew) await effect(unit);
      return isNew;
    });
  return {
    applyOnce,
    /** A consumer of group `content`; `diary` hears it. */
    start(
      reactions: readonly Reaction<Unit>[],
      changes: { applyOnce?: ApplyOnce<Unit>; redis?: Redis; diary?: Journal } = {},
    ) {
      const { diary = journal(), redis = lab.connect('blocking'), ...rest } = changes;
      return startConsumer({
        group: 'content',
        streams: [STREAM],
        redis,
        reactions,
        applyOnce,
        log: diary.log,
        ...rest,
      });
    },
    async publish(...events: OutboxEvent[]) {
      for (const event of events) await lab.redis.xadd(STREAM, '*', ...toFields(event));
    },
    async effects() {
      const rows = await postgres.em.execute<{ note: string }[]>('select note from effect order by ctid');
      return rows.map(({ note }) => note);
    },
    /** True when everything in the stream was delivered and acknowledged. */
    async isSettled() {
      const [group] = (await lab.redis.xinfo('GROUPS', STREAM).catch(() => [])) as string[][];
      const pending = group?.[5];
      const last = group?.[7];
      const newest = (await lab.redis.xrevrange(STREAM, '+', '-', 'COUNT', 1))[0]?.[0];
      return group !== undefined && Number(pending) === 0 && last === newest;
    },
    parked: async () => (await lab.redis.xrange(`${STREAM}:parked`, '-', '+')).map(([, fields]) => fields),
  };
}
