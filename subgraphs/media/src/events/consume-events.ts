// Applies what other subgraphs announce: each reaction once, in a unit of work of its own.
import { streamOf } from '@mosaic/kernel/outbox/event';
import { recordApplied } from '@mosaic/kernel/stores/mongo-outbox';
import { startConsumer } from '@mosaic/kernel/stores/redis-consumer';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Unit } from '../data/unit-of-work.js';
import type { Rooms } from '../use-cases/rooms.js';
import { onCoachStandingChanged } from './on-coach-standing-changed.js';
import { onEventAudienceChanged } from './on-event-audience-changed.js';

/** `redis` is a connection of purpose 'blocking', for this alone. */
export function consumeEvents(
  group: string,
  { transact, connection, log }: Rooms & { connection: Connection },
  redis: Redis,
): ReturnType<typeof startConsumer> {
  return startConsumer<Unit>({
    group,
    streams: [streamOf('users'), streamOf('booking')],
    redis,
    reactions: [onCoachStandingChanged, onEventAudienceChanged],
    applyOnce: async (reaction, eventId, effect) =>
      (await transact('events of others', async (unit) => {
        if (!(await recordApplied(connection, unit.session, reaction, eventId))) return false;
        await effect(unit);
        return true;
      })) === true,
    log,
  });
}
