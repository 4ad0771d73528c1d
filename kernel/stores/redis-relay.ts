// Carries a subgraph's outbox to its Redis Stream. At least once: nothing is lost when Redis, the store or this process
// dies, and what is published twice is dropped by the consumers' inboxes.
import type { Redis } from 'ioredis';
import { Pause } from '../deadline/pause.js';
import { type OutboxEvent, streamOf } from '../outbox/event.js';
import type { OutboxSource } from '../outbox/source.js';
import type { Logger } from '../telemetry/logger.js';
import { hours, type Milliseconds, minutes, seconds } from '../values/time.js';
import { redisMemory } from './redis-memory.js';
import { toFields } from './stream-entry.js';

const BATCH = 200;
const LOOK_AGAIN = seconds(0.5);
const LONGEST_STREAM = 100_000;

interface RelayOptions {
  subgraph: string;
  source: OutboxSource;
  redis: Redis;
  log: Logger;
}

/** So many failures in a row: one alone is a command that came late, as on a machine where everything starts at once. */
const AN_OUTAGE = 2;

export interface Relay {
  /** Something was appended: publish now instead of within half a second. */
  poke(): void;
  /** Finishes the batch in hand. What is left waits in the outbox. */
  stop(): Promise<void>;
}

/** Runs until stopped; an outage of Redis or the store is logged once and waited out. */
export function startRelay({ subgraph, source, redis, log }: RelayOptions): Relay {
  const stream = streamOf(subgraph);
  const pause = new Pause();
  const memory = redisMemory(redis, stream);
  let isNew = true;
  let isOver = false;
  let failures = 0;

  const publish = async (events: readonly OutboxEvent[]) => {
    const adds = redis.pipeline();
    for (const event of events) adds.xadd(stream, 'MAXLEN', '~', LONGEST_STREAM, '*', ...toFields(event));
    for (const [error] of (await adds.exec()) ?? []) if (error) throw error;
    await memory.count();
  };
  const rewind = (by: Milliseconds) => source.rewind(new Date(Date.now() - by));
  /** Inboxes drop what was not forgotten after all. */
  const refill = async () => {
    const hasForgotten = await memory.hasForgotten();
    // A Redis that died together with the process before us may lack its last moments, and nobody is left to tell.
    if (isNew) await rewind(minutes(1));
    const tell = isNew ? log.info : log.warning; // at a first start it was never told anything
    isNew = false;
    if (!hasForgotten) return;
    tell('Redis knows nothing of this stream; the last 24 hours are published again', { stream });
    await rewind(hours(24));
    await memory.startOver();
  };
  const drainAll = async () => {
    try {
      await refill();
      while (!isOver && (await source.drain(publish, BATCH)) > 0);
      if (failures >= AN_OUTAGE) log.info('events flow again', { stream });
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === AN_OUTAGE) log.warning('events wait in the outbox', { stream, error });
    }
  };
  const run = async () => {
    while (!isOver) {
      await drainAll();
      if (!isOver) await pause.take(LOOK_AGAIN);
    }
  };

  const running = run();
  return {
    poke: pause.cut,
    stop: () => {
      isOver = true;
      pause.cut();
      return running;
    },
  };
}
