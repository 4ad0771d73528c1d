// A consumer group over Redis Streams, as stores/redis-consumer.ts needs it. All processes of a group share one consumer name,
// because one of them reads at a time and its successor goes on where it stopped.
import type { Redis } from 'ioredis';
import type { Milliseconds } from '../values/time.js';
import type { Delivery } from './redis-settle.js';
import { fromFields } from './stream-entry.js';

const READER = 'reader';
const BATCH = 50;
const LONGEST_PARKING = 10_000;

type Entries = [id: string, fields: string[]][];

/** The stream of events that somebody has to look at, each with the group, reaction and error that parked it. */
export const parkedStreamOf = (stream: string): string => `${stream}:parked`;

export interface StreamGroup {
  /** Makes the group on each stream, from the first event on, unless it exists. */
  open(): Promise<void>;
  /** What earlier readers left unfinished, oldest first. Each counts as one more try, in case it ends its reader. */
  leftOvers(): AsyncIterable<Delivery>;
  /** New events, in the order of their stream; none when there are none within `longest`. */
  fresh(longest: Milliseconds): Promise<Delivery[]>;
  /** Takes back the try that leftOvers() counted. */
  forgive(delivery: Delivery): Promise<void>;
  acknowledge(delivery: Delivery): Promise<void>;
  park(delivery: Delivery, reaction: string, error: string): Promise<void>;
}

export function streamGroup(redis: Redis, group: string, streams: readonly string[]): StreamGroup {
  const delivery = (stream: string, id: string, fields: string[], tries: number): Delivery => ({
    stream,
    id,
    fields,
    event: fromFields(fields),
    tries,
  });
  return {
    async open() {
      for (const stream of streams) {
        await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM').catch((error: Error) => {
          if (!error.message.startsWith('BUSYGROUP')) throw error;
        });
      }
    },
    async *leftOvers() {
      for (const stream of streams) {
        for (let from = '-'; ; ) {
          const [next] = (await redis.xpending(stream, group, from, '+', 1)) as [string, string, number, number][];
          if (!next) break;
          const [id, , , deliveries] = next;
          from = `(${id}`;
          const claimed = (await redis.xclaim(stream, group, READER, 0, id)) as Entries;
          // Nothing was claimed when the stream no longer holds the entry.
          for (const [, fields] of claimed) yield delivery(stream, id, fields, deliveries - 1);
        }
      }
    },
    async fresh(longest) {
      const marks = streams.map(() => '>');
      const settings = ['COUNT', BATCH, 'BLOCK', longest] as const;
      const found = (await redis.xreadgroup('GROUP', group, READER, ...settings, 'STREAMS', ...streams, ...marks)) as
        | [string, Entries][]
        | null;
      return (found ?? []).flatMap(([stream, entries]) =>
        entries.map(([id, fields]) => delivery(stream, id, fields, 0)),
      );
    },
    async forgive({ stream, id, tries }) {
      await redis.xclaim(stream, group, READER, 0, id, 'RETRYCOUNT', tries + 1, 'JUSTID');
    },
    async acknowledge({ stream, id }) {
      await redis.xack(stream, group, id);
    },
    async park({ stream, fields }, reaction, error) {
      const why = ['group', group, 'reaction', reaction, 'error', error];
      await redis.xadd(parkedStreamOf(stream), 'MAXLEN', '~', LONGEST_PARKING, '*', ...fields, ...why);
    },
  };
}
