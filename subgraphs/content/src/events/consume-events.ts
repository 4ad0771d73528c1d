// Applies what other subgraphs announce: each reaction once, in a unit of work of its own.

import { streamOf } from '@mosaic/kernel/outbox/event';
import { recordApplied } from '@mosaic/kernel/stores/mongo-outbox';
import { startConsumer } from '@mosaic/kernel/stores/redis-consumer';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Unit } from '../data/unit-of-work.js';
import type { Rooms } from '../use-cases/rooms.js';
import { onProfileChanged } from './on-profile-changed.js';
import { onUserSignedUp } from './on-user-signed-up.js';
import { tellOfOthers } from './tell-of.js';

/** Our own events are not among them: what they tell people is told when they are announced. */
const others = ['users', 'booking', 'commerce', 'courses', 'media'];

/** `redis` is a connection of purpose 'blocking', for this alone. */
export function consumeEvents(
  group: string,
  { transact, connection, log }: Rooms & { connection: Connection },
  redis: Redis,
): ReturnType<typeof startConsumer> {
  return startConsumer<Unit>({
    group,
    streams: others.map(streamOf),
    redis,
    reactions: [onUserSignedUp, onProfileChanged, ...tellOfOthers],
    applyOnce: async (reaction, eventId, effect) =>
      (await transact('events of others', async (unit) => {
        if (!(await recordApplied(connection, unit.session, reaction, eventId))) return false;
        await effect(unit);
        return true;
      })) === true,
    log,
  });
}
