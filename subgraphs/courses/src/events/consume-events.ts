// Applies what other subgraphs announce: each reaction once, in a unit of work of its own.
import { streamOf } from '@mosaic/kernel/outbox/event';
import type { ApplyOnce, Reaction } from '@mosaic/kernel/outbox/source';
import { recordApplied } from '@mosaic/kernel/stores/mongo-outbox';
import { startConsumer } from '@mosaic/kernel/stores/redis-consumer';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Unit } from '../data/unit-of-work.js';
import type { Rooms } from '../use-cases/rooms.js';
import { onClaimDropped } from './on-claim-dropped.js';
import { onCoachStandingChanged } from './on-coach-standing-changed.js';
import { onGuestAdopted } from './on-guest-adopted.js';
import { onOrderClosed } from './on-order-closed.js';
import { onOrderPaid } from './on-order-paid.js';
import { onOrderRefunded } from './on-order-refunded.js';
import { onProfileChanged } from './on-profile-changed.js';
import { onUserSignedUp } from './on-user-signed-up.js';

export const reactions: readonly Reaction<Unit>[] = [
  onUserSignedUp,
  onProfileChanged,
  onCoachStandingChanged,
  onGuestAdopted,
  onOrderPaid,
  onOrderClosed,
  onOrderRefunded,
  onClaimDropped,
];

/** A reaction and its inbox row, in one unit of work. */
export const applyOnceIn =
  ({ transact, connection }: Pick<Rooms, 'transact'> & { connection: Connection }): ApplyOnce<Unit> =>
  async (reaction, eventId, effect) =>
    (await transact('events of others', async (unit) => {
      if (!(await recordApplied(connection, unit.session, reaction, eventId))) return false;
      await effect(unit);
      return true;
    })) === true;

/** `redis` is a connection of purpose 'blocking', for this alone. */
export const consumeEvents = (
  group: string,
  rooms: Rooms & { connection: Connection },
  redis: Redis,
): ReturnType<typeof startConsumer> =>
  startConsumer<Unit>({
    group,
    streams: [streamOf('users'), streamOf('commerce')],
    redis,
    reactions,
    applyOnce: applyOnceIn(rooms),
    log: rooms.log,
  });
