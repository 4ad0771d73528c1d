// What sold most in a week, counted at most once a minute by all processes together: the count reads a week of orders, and
// every visitor asks for it. Redis holds the answer; without Redis each process counts for itself, one count at a time.
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, days, later, type Milliseconds, minutes, seconds } from '@mosaic/kernel/values/time';
import type { Redis } from 'ioredis';
import type { Readers } from './readers/readers.js';

export const MOST_POPULAR = 50;
const PERIOD: Milliseconds = days(7);
const KEY = 'commerce:popular-products';
const TURN = `${KEY}:turn`;
const FRESH: Milliseconds = minutes(1);
/** How long a process that died over its count keeps the others waiting. */
const LONGEST_COUNT: Milliseconds = seconds(3);
const LOOK_AGAIN: Milliseconds = 20;

/** Ids of products, the best sold first, as they were counted within the last minute. */
export type PopularProducts = () => Promise<readonly string[]>;

export function popularProducts(redis: Redis, orders: Readers['orders'], clock: Clock): PopularProducts {
  const count = () => orders.bestSold(later(clock.now(), -PERIOD), MOST_POPULAR);
  let finding: Promise<readonly string[]> | null = null;
  return () => {
    finding ??= find(redis, count).finally(() => {
      finding = null;
    });
    return finding;
  };
}

async function find(redis: Redis, count: () => Promise<string[]>): Promise<readonly string[]> {
  try {
    for (;;) {
      const known = await redis.get(KEY);
      if (known !== null) return JSON.parse(known) as string[];
      if ((await redis.set(TURN, '', 'PX', LONGEST_COUNT, 'NX')) === 'OK') break;
      await pause(LOOK_AGAIN);
    }
  } catch {
    // Redis is away, which its connection logs: the answer is to be had all the same.
    return count();
  }
  const counted = await count();
  // The turn is not given back: who looked just before this line must find the answer, not a free turn.
  await redis.set(KEY, JSON.stringify(counted), 'PX', FRESH).catch(() => {}); // then the next who asks counts
  return counted;
}
