// Work that is due by the clock: rows whose moment has come, such as a hold that expires. What is due is a state in the
// store, so nothing is lost with a process, and a process that dies holds nothing but row locks.
import { Pause } from '../deadline/pause.js';
import type { Logger } from '../telemetry/logger.js';
import type { Milliseconds } from '../values/time.js';

interface SweepOptions {
  /** In the log. */
  name: string;
  /** How long to rest when nothing was due. */
  every: Milliseconds;
  /**
   * Settles some of what is due and answers how many; called again at once while that is more than 0. Runs in several
   * processes at the same time, so it takes rows by a guarded update or `for update skip locked`.
   */
  work: () => Promise<number>;
  log: Logger;
}

/** Runs until stopped; stopping finishes the work in hand. A failure is logged once, and tried again after the rest. */
export function startSweep({ name, every, work, log }: SweepOptions): { poke(): void; stop(): Promise<void> } {
  const pause = new Pause();
  let isOver = false;
  let isFailing = false;
  const run = async () => {
    while (!isOver) {
      let settled = 0;
      try {
        settled = await work();
        if (isFailing) log.info('due work is done again', { sweep: name });
        isFailing = false;
      } catch (error) {
        if (!isFailing && !isOver) log.warning('due work waits', { sweep: name, error });
        isFailing = true;
      }
      if (settled === 0 && !isOver) await pause.take(every);
    }
  };
  const running = run();
  return {
    /** Looks at once: something became due. */
    poke: () => pause.cut(),
    async stop() {
      isOver = true;
      pause.cut();
      await running;
    },
  };
}
