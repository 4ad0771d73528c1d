// The graph of now. Another takes its place between two operations: what has begun ends where it began, and a graph is
// closed when the last of its operations and streams is over.
import { setTimeout as pause } from 'node:timers/promises';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import type { StagesOf } from '../edge/http-server.js';
import { type Stage, walk } from '../passage.js';
import type { Graph } from './graph.js';

/** Between an operation's stages and its stream lie a few turns of the event loop, in which nobody counts as inside. */
const LAST_TURNS = seconds(1);

export interface ServedGraph {
  readonly now: Graph;
  /** For the HTTP door, once and for all: whichever graph is there when a request begins. */
  readonly stagesOf: StagesOf;
  /** Serves `next` from the next operation on. */
  replaceBy(next: Graph): void;
}

export function serveGraph(scope: Scope, first: Graph, log: Logger): ServedGraph {
  let now = first;
  /** Those before it, until they are empty. */
  const retired = new Set<Graph>();
  scope.defer(() => Promise.all([now, ...retired].map((graph) => graph.close())));

  const entrances = new Map<string, readonly Stage[]>();
  const entranceTo = (path: string): readonly Stage[] => {
    const known = entrances.get(path);
    if (known) return known;
    const admit: Stage['admit'] = async (passage) => {
      const graph = now;
      const leave = graph.occupants.enter();
      try {
        const verdict = await walk(graph.stagesOf(path) ?? [], passage);
        if (verdict === null) graph.recent.note(passage);
        return verdict;
      } finally {
        leave();
      }
    };
    const entrance: readonly Stage[] = [{ name: 'the graph of now', over: 'both', refuses: [], admit }];
    entrances.set(path, entrance);
    return entrance;
  };

  const retire = async (graph: Graph) => {
    retired.add(graph);
    const underWay = graph.occupants.inside;
    do {
      await graph.occupants.left();
      await pause(LAST_TURNS, undefined, { ref: false });
    } while (graph.occupants.inside > 0);
    if (!retired.delete(graph)) return;
    await graph.close();
    log.info('the graph before is closed', { underWay });
  };

  return {
    get now() {
      return now;
    },
    stagesOf: (path) => (now.stagesOf(path) ? entranceTo(path) : undefined),
    replaceBy(next) {
      const before = now;
      now = next;
      retire(before).catch((error: unknown) => log.error('a graph could not be closed', { error }));
    },
  };
}
