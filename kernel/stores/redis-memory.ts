// Notices a Redis that lost its memory. Beside a stream stands a number that each batch counts up, starting from the
// clock: a Redis that has no number, or one lower than we have seen (an old dump), forgot events.
import type { Redis } from 'ioredis';

export interface RedisMemory {
  /** Whether Redis forgot anything since this process last looked, or has never been told anything. */
  hasForgotten(): Promise<boolean>;
  /** Call when Redis has been told again what it forgot. */
  startOver(): Promise<void>;
  /** Call after each batch. */
  count(): Promise<void>;
}

export function redisMemory(redis: Redis, stream: string): RedisMemory {
  const key = `${stream}:epoch`;
  let known = 0;
  return {
    async hasForgotten() {
      const found = await redis.get(key);
      if (found === null || Number(found) < known) return true;
      known = Number(found);
      return false;
    },
    async startOver() {
      const start = Math.max(Date.now(), known);
      await redis.set(key, start);
      known = start;
    },
    async count() {
      known = await redis.incr(key);
    },
  };
}
