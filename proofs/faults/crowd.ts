// So many people at a time, each followed by the next one, until it is enough.
import { eventually } from '../lab/eventually.js';

export interface Crowd<T> {
  /** What those brought home who are done. */
  readonly done: readonly T[];
  /** Resolves when so many are done; throws what stopped anybody, or after 60 s. */
  reach(count: number): Promise<void>;
  /** Resolves with what is waited for; throws what stopped anybody before. */
  until(happens: Promise<unknown>): Promise<void>;
  /** Lets everybody finish. */
  stop(): Promise<readonly T[]>;
}

/** `go` is told how many went before. */
export function startCrowd<T>(lanes: number, go: (number: number) => Promise<T>): Crowd<T> {
  const done: T[] = [];
  let started = 0;
  let isOver = false;
  const lane = async () => {
    while (!isOver) done.push(await go(started++));
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  running.catch(() => {}); // told by whoever waits
  const until = async (happens: Promise<unknown>) => void (await Promise.race([happens, running]));
  return {
    done,
    reach: (count) =>
      until(
        eventually(
          async () => done.length,
          (length) => length >= count,
          60_000,
        ),
      ),
    until,
    async stop() {
      isOver = true;
      await running;
      return done;
    },
  };
}
