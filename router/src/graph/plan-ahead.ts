// Plans what is known beforehand at the router's start: readiness waits for a second of it at most, the rest is planned
// beside the first requests.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import type { OperationText } from './recent-operations.js';
import type { ServedGraph } from './serve-graph.js';
import { warm } from './warm.js';

const PATIENCE = seconds(1);
/** How long a plan waits for requests to be answered; one that never ends must not keep all others unplanned. */
const GIVES_WAY_MS = 50;

/** Resolves when all is planned, or patience is over; it goes on until the scope closes or another graph is served. */
export async function planAhead(
  scope: Scope,
  served: Pick<ServedGraph, 'now'>,
  operations: readonly OperationText[],
  log: Logger,
): Promise<void> {
  if (operations.length === 0) return;
  const graph = served.now;
  const began = performance.now();
  let isReady = false;
  let isOver = false;
  const turn = async () => {
    await nextTurn();
    // A request takes several turns of the event loop, and would wait for one plan in each of them.
    if (isReady && graph.occupants.inside > 0) {
      await Promise.race([graph.occupants.left(), pause(GIVES_WAY_MS, undefined, { ref: false })]);
      await nextTurn(); // whoever left has not written the answer yet
    }
    return !isOver && served.now === graph;
  };
  const work = warm(graph, operations, turn).then(
    (warmth) => log.info('plans were made ahead', { ...warmth, durationMs: Math.round(performance.now() - began) }),
    (error: unknown) => log.error('plans could not be made ahead', { error }),
  );
  scope.defer(() => {
    isOver = true;
    return work;
  });
  const patience = new AbortController();
  await Promise.race([work, pause(PATIENCE, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  isReady = true;
}
