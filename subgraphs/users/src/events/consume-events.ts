// Applies what the subgraphs announce, ourselves included: the audit trail is fed by all of them alike.
import { streamOf } from '@mosaic/kernel/outbox/event';
import { startConsumer } from '@mosaic/kernel/stores/redis-consumer';
import { entities } from '@mosaic/schema/entities';
import type { Redis } from 'ioredis';
import type { Unit } from '../data/unit-of-work.js';
import type { Rooms } from '../use-cases/rooms.js';
import { applyOnceIn } from './apply-once.js';
import { onAudited } from './on-audited.js';
import { onNotificationAdded } from './on-notification-added.js';

/** Whoever owns an entity has a stream. */
const everySubgraph = [...new Set(Object.values(entities).map(({ owner }) => owner))];

export const reactions = [onAudited, onNotificationAdded];

/** `redis` is a connection of purpose 'blocking', for this alone. */
export const consumeEvents = (
  group: string,
  { transact, log }: Pick<Rooms, 'transact' | 'log'>,
  redis: Redis,
): ReturnType<typeof startConsumer> =>
  startConsumer<Unit>({
    group,
    streams: everySubgraph.map(streamOf),
    redis,
    reactions,
    applyOnce: applyOnceIn(transact),
    log,
  });
