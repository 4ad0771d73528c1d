// The pool of worker threads that decode strangers' files: as many at once as there are cores, a few seconds for each.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { seconds } from '@mosaic/kernel/values/time';
import { Piscina } from 'piscina';
import { openPlaces } from '../places.js';
import type { Job, Made } from '../workbench/job.js';

/** Workers run compiled code, also when this file itself runs from source. */
const WORKER = fileURLToPath(new URL('../workbench/worker.js', import.meta.url).href.replace('/src/', '/dist/'));

export type Workshop = ReturnType<typeof openWorkshop>;

/** A worker that has to be started first gets this much longer. */
const START_UP = 5;

/** `workSeconds`: how long one file may be worked on. */
export function openWorkshop(scope: Scope, workSeconds: number) {
  const places = Math.max(1, availableParallelism());
  const pool = new Piscina<Job, Made>({
    filename: WORKER,
    name: 'work',
    minThreads: 0,
    maxThreads: places,
    idleTimeout: seconds(30),
    execArgv: [],
  });
  scope.defer(() => pool.destroy());
  // At most one piece of work per core: a file is read into memory when its turn has come, not before.
  const inTurn = openPlaces(places);

  return {
    /** What a worker makes of a file. A worker that does not come to an end is ended: TOO_LONG. */
    make: (job: Omit<Job, 'bytes' | 'seconds'>, read: () => Promise<Buffer>): Promise<Made> =>
      inTurn(async () => {
        const bytes = await read();
        const late = AbortSignal.timeout(seconds(workSeconds + START_UP));
        try {
          return await pool.run(
            { ...job, bytes, seconds: workSeconds },
            { signal: late, transferList: [bytes.buffer as ArrayBuffer] },
          );
        } catch (error) {
          if (late.aborted) return { outcome: 'TOO_LONG' };
          throw error;
        }
      }),
  };
}
