// Applies what other subgraphs announce: each reaction once, in a unit of work of its own.
import { streamOf } from '@mosaic/kernel/outbox/event';
import type { ApplyOnce, Reaction } from '@mosaic/kernel/outbox/source';
import { startConsumer } from '@mosaic/kernel/stores/redis-consumer';
import type { Redis } from 'ioredis';
import type { Unit } from '../data/unit-of-work.js';
import type { Rooms } from '../use-cases/rooms.js';
import { onClaimAnswered } from './on-claim-answered.js';
import { onClaimHeld } from './on-claim-held.js';
import { onClaimOver } from './on-claim-over.js';
import { onGuestAdopted } from './on-guest-adopted.js';

/** What happens on which event, one per line. */
export const reactionsIn = (rooms: Rooms): readonly Reaction<Unit>[] => [
  onGuestAdopted(rooms),
  onClaimHeld(rooms),
  ...onClaimOver,
  ...onClaimAnswered(rooms),
];

/** The inbox row of a reaction stands in the unit of its effect. */
export const applyOnceIn =
  ({ transact }: Pick<Rooms, 'transact'>): ApplyOnce<Unit> =>
  (reaction, eventId, effect) =>
    transact(async (unit) => {
      if (!(await unit.isFirst(reaction, eventId))) return false;
      await effect(unit);
      return true;
    });

/** `redis` is a connection of purpose 'blocking', for this alone. */
export function consumeEvents(group: string, rooms: Rooms, redis: Redis): ReturnType<typeof startConsumer> {
  return startConsumer<Unit>({
    group,
    streams: ['users', 'booking', 'courses'].map(streamOf),
    redis,
    reactions: reactionsIn(rooms),
    applyOnce: applyOnceIn(rooms),
    log: rooms.log,
  });
}
