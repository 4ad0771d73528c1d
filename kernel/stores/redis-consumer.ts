// Applies other subgraphs' events here: each reaction once, events of one key in order, and no event in the way of others.
import type { Redis } from 'ioredis';
import { Pause } from '../deadline/pause.js';
import type { ApplyOnce, Reaction } from '../outbox/source.js';
import type { Logger } from '../telemetry/logger.js';
import { seconds } from '../values/time.js';
import { streamGroup } from './redis-group.js';
import { type Delivery, StoreAway, settle } from './redis-settle.js';
import { takeTurns } from './redis-turn.js';

const LOOK_AGAIN = seconds(0.5);
const retryAfter = (tries: number) => 100 * 3 ** (tries - 1);

interface ConsumerOptions<U> {
  /** The consuming subgraph. Of its processes one reads at a time, because order per key needs that. */
  group: string;
  streams: readonly string[];
  /** A connection of its own, of purpose 'blocking'. */
  redis: Redis;
  reactions: readonly Reaction<U>[];
  applyOnce: ApplyOnce<U>;
  log: Logger;
}

/**
 * Runs until stopped; stopping finishes the event in hand. A reaction that throws is tried 5 times within 4 s, then its
 * event is parked. Outages of Redis and of the store use up no try; they are logged once and waited out.
 */
export function startConsumer<U>(options: ConsumerOptions<U>): { stop(): Promise<void> } {
  const { redis, log } = options;
  const group = streamGroup(redis, options.group, options.streams);
  const turn = takeTurns(redis, `events:${options.group}`);
  const pause = new Pause();
  let isOver = false;
  let isFailing = false;
  let inHand: Promise<unknown> = Promise.resolve();
  /** Keys whose first event failed: it and all that followed it wait here. */
  let held = new Map<string, { line: Delivery[]; dueAt: number }>();

  const goesOn = async () => !isOver && (await turn.isMine());
  const isSettled = (delivery: Delivery): Promise<boolean> => {
    const work = settle({ ...options, group }, delivery).catch(async (error: unknown) => {
      if (error instanceof StoreAway) await group.forgive(delivery);
      throw error;
    });
    inHand = work.catch(() => {}); // whoever awaits `work` hears of the failure
    return work;
  };
  const take = async (delivery: Delivery) => {
    const key = `${delivery.stream} ${delivery.event?.key}`;
    const waiting = held.get(key);
    if (waiting) waiting.line.push(delivery);
    else if (!(await isSettled(delivery)))
      held.set(key, { line: [delivery], dueAt: Date.now() + retryAfter(delivery.tries) });
  };
  const retryDue = async () => {
    for (const [key, waiting] of held) {
      for (let first = waiting.line[0]; first && waiting.dueAt <= Date.now() && !isOver; first = waiting.line[0]) {
        if (await isSettled(first)) waiting.line.shift();
        else waiting.dueAt = Date.now() + retryAfter(first.tries);
      }
      if (waiting.line.length === 0) held.delete(key);
    }
  };

  /** Ends when the turn is lost or the consumer stopped, and by throwing when Redis or the store is away. */
  const read = async () => {
    held = new Map();
    await group.open();
    for await (const delivery of group.leftOvers()) {
      if (!(await goesOn())) return;
      await take(delivery);
    }
    while (await goesOn()) {
      await retryDue();
      for (const delivery of await group.fresh(held.size > 0 ? 50 : LOOK_AGAIN)) {
        if (!(await goesOn())) return;
        await take(delivery);
      }
      if (isFailing) log.info('events are applied again', { group: options.group });
      isFailing = false;
    }
  };
  const run = async () => {
    while (!isOver) {
      try {
        if (await turn.isMine()) await read();
      } catch (error) {
        const cause = error instanceof StoreAway ? error.cause : error;
        if (!isFailing && !isOver) log.warning('events wait in the stream', { group: options.group, error: cause });
        isFailing = true;
      }
      if (!isOver) await pause.take(LOOK_AGAIN);
    }
    await turn.giveBack();
  };

  const running = run().catch(() => {}); // only giving back can fail, and a turn runs out by itself
  return {
    async stop() {
      isOver = true;
      pause.cut();
      // A command to a Redis that is away would wait for its return.
      const redisIsGone = new Promise((resolve) => redis.once('close', resolve));
      if (redis.status === 'ready') await Promise.race([running, redisIsGone]);
      await inHand;
    },
  };
}
