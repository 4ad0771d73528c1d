// Taking turns through Redis: of all processes that ask, one has its turn, until it gives it back or dies.
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Milliseconds, seconds } from '../values/time.js';

/** How long a process that died with its turn keeps the others waiting. */
const LONGEST_SILENCE: Milliseconds = seconds(10);

export interface Turn {
  /** Takes or keeps the turn. Cheap: Redis is asked every third of the longest silence. */
  isMine(): Promise<boolean>;
  giveBack(): Promise<void>;
}

/** Two processes can both have the turn for a moment, when one of them stood still: it orders work, it does not exclude. */
export function takeTurns(redis: Redis, name: string): Turn {
  const key = `turn:${name}`;
  const me = randomUUID();
  let askAgainAt = 0;
  const ask = async () =>
    (await redis.set(key, me, 'PX', LONGEST_SILENCE, 'NX')) === 'OK' ||
    ((await redis.get(key)) === me && (await redis.pexpire(key, LONGEST_SILENCE)) === 1);
  return {
    async isMine() {
      if (Date.now() < askAgainAt) return true;
      const isMine = await ask();
      askAgainAt = isMine ? Date.now() + LONGEST_SILENCE / 3 : 0;
      return isMine;
    },
    async giveBack() {
      askAgainAt = 0;
      if ((await redis.get(key)) === me) await redis.del(key);
    },
  };
}
