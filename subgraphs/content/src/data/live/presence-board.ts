// Who is online, out of the leases that routers hold: ONLINE while any lease of a person lives, and for a moment after
// the last was given back, because a page that reloads is gone for a moment. A lease that ran out (a router was killed)
// has been silent for its whole life already, so there OFFLINE comes at once.
import type { LeaseBook } from '@mosaic/kernel/stores/lease-book';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';
import type { Redis } from 'ioredis';
import { type PresenceStatus, RECONNECT_GRACE } from '../../domain/presence.js';
import { type Change, type Look, watchState } from './watch-state.js';

/** What is remembered of a person who was online when last looked at. */
interface Sighting {
  heldUntil: Milliseconds;
  /** When the last lease was found given back; null while one lives. */
  releasedAt: Milliseconds | null;
}

export interface PresenceBoard {
  /** The status of each now; null when Redis is away. */
  statuses(userIds: readonly string[]): Promise<ReadonlyMap<string, PresenceStatus> | null>;
  /** Everybody's status, then each change. */
  watch(userIds: readonly string[]): AsyncIterableIterator<Change<PresenceStatus>>;
  /** Begins to listen to leases. */
  open(subscriber: Redis): Promise<void>;
}

/** `seen` is told, best effort, whoever was just seen coming or found gone. */
export function presenceBoard(leases: LeaseBook, seen: (userId: string) => Promise<void>, log: Logger): PresenceBoard {
  const online = new Map<string, Sighting>();
  const listeners = new Map<string, Set<() => void>>();
  const note = (userId: string) => void seen(userId).catch((error: unknown) => log.warning('not noted', { error }));
  const wakeFor = (userId: string) => {
    for (const wake of listeners.get(userId) ?? []) wake();
  };

  /** The status, and how long it lasts at least. */
  function judge(userId: string, heldUntil: Milliseconds | null, now: Milliseconds): [PresenceStatus, Milliseconds] {
    const known = online.get(userId);
    if (heldUntil !== null) {
      if (!known) note(userId);
      online.set(userId, { heldUntil, releasedAt: null });
      return ['ONLINE', heldUntil - now + 20];
    }
    if (!known) return ['OFFLINE', seconds(60)];
    const ranOut = known.releasedAt === null && known.heldUntil <= now;
    known.releasedAt ??= now;
    const graceLeft = known.releasedAt + RECONNECT_GRACE - now;
    if (!ranOut && graceLeft > 0) return ['ONLINE', graceLeft];
    online.delete(userId);
    note(userId);
    return ['OFFLINE', seconds(60)];
  }

  async function look(userIds: readonly string[]): Promise<Look<PresenceStatus> | null> {
    try {
      const held = await leases.heldUntil(userIds);
      const now = Date.now();
      const judged = userIds.map((id, at) => [id, judge(id, held[at] ?? null, now)] as const);
      const states = new Map(judged.map(([id, [status]]) => [id, status]));
      return { states, lookAgainIn: Math.min(...judged.map(([, [, lasts]]) => lasts)) };
    } catch {
      return null; // Redis is away, which its connection logs once: nobody's status is known
    }
  }

  /** Somebody's leases began or ended by hand. Also for those nobody watches, so that they are noted as seen. */
  async function touched(userId: string): Promise<void> {
    const known = online.get(userId);
    // Given back, not run out: what was remembered may be older than the lease's last renewal.
    if (known) known.heldUntil = Math.max(known.heldUntil, Date.now() + RECONNECT_GRACE);
    const found = await look([userId]);
    wakeFor(userId);
    if (online.get(userId)?.releasedAt != null && found) {
      setTimeout(() => void look([userId]).then(() => wakeFor(userId)), found.lookAgainIn + 10).unref();
    }
  }

  return {
    statuses: async (userIds) => (await look(userIds))?.states ?? null,
    watch: (userIds) =>
      watchState({
        look: () => look(userIds),
        async attach(wake) {
          for (const id of userIds) listeners.set(id, (listeners.get(id) ?? new Set()).add(wake));
          return () => {
            for (const id of userIds) {
              const wakes = listeners.get(id);
              if (wakes?.delete(wake) && wakes.size === 0) listeners.delete(id);
            }
          };
        },
      }),
    open: (subscriber) => leases.watch(subscriber, (userId) => void touched(userId)),
  };
}
