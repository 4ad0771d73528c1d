// Leases: "somebody is holding this, and still alive". A holder that dies stops renewing, and its lease runs out.
// One sorted set per subject: member = lease id, score = when it expires (epoch ms, by the Redis clock).
import type { Redis } from 'ioredis';
import { type Milliseconds, seconds } from '../values/time.js';

export const leaseLifetime: Milliseconds = seconds(6);
export const leaseRenewal: Milliseconds = seconds(2);

const keyOf = (book: string, subject: string) => `leases:${book}:${subject}`;
/** Carries the subject whenever its set of leases was touched by take or release. */
const channelOf = (book: string) => `leases:${book}`;

export interface LeaseBook {
  /** Takes or renews a lease. */
  hold(subject: string, leaseId: string): Promise<void>;
  release(subject: string, leaseId: string): Promise<void>;
  /** When the subject's longest lease runs out (epoch ms), or null when nobody holds one now. */
  heldUntil(subjects: readonly string[]): Promise<(Milliseconds | null)[]>;
  /** Calls `changed` with a subject whose leases began or ended by hand. Expiry is silent: look again at `heldUntil`. */
  watch(subscriber: Redis, changed: (subject: string) => void): Promise<void>;
}

export function leaseBook(redis: Redis, book: string): LeaseBook {
  const now = async () => {
    const [s, us] = await redis.time();
    return Number(s) * 1_000 + Math.floor(Number(us) / 1_000);
  };
  return {
    async hold(subject, leaseId) {
      const key = keyOf(book, subject);
      const isNew = await redis.zadd(key, (await now()) + leaseLifetime, leaseId);
      await redis.pexpire(key, leaseLifetime * 2);
      if (Number(isNew) === 1) await redis.publish(channelOf(book), subject);
    },
    async release(subject, leaseId) {
      if ((await redis.zrem(keyOf(book, subject), leaseId)) === 1) await redis.publish(channelOf(book), subject);
    },
    async heldUntil(subjects) {
      if (subjects.length === 0) return [];
      const at = await now();
      const reads = redis.pipeline();
      for (const subject of subjects) reads.zrevrange(keyOf(book, subject), 0, 0, 'WITHSCORES');
      const replies = (await reads.exec()) ?? [];
      return replies.map(([error, reply]) => {
        if (error) throw error;
        const until = Number((reply as string[])[1] ?? 0);
        return until > at ? until : null;
      });
    },
    async watch(subscriber, changed) {
      subscriber.on('message', (channel: string, subject: string) => {
        if (channel === channelOf(book)) changed(subject);
      });
      await subscriber.subscribe(channelOf(book));
    },
  };
}
