// Plans what is known beforehand at the router's start: readiness waits for a second of it at most, the rest is planned
// beside the first requests.
import { setTimeout as pause } from 'node:timers/promises';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import type { OperationText } from './recent-operations.js';
import type { ServedGraph } from './serve-graph.js';
import { warm } from './warm.js';

const PATIENCE = seconds(1);

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
  let isOver = false;
  const work = warm(graph, operations, () => !isOver && served.now === graph).then(
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
}
