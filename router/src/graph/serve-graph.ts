// The graph of now. Another takes its place between two operations: what has begun ends where it began, and a graph is
// closed when the last of its operations and streams is over.
import { setTimeout as pause } from 'node:timers/promises';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { complaintsOf } from '../document/validate-document.js';
import type { StagesOf } from '../edge/http-server.js';
import { type Stage, walk } from '../passage.js';
import type { Graph } from './graph.js';

/**
 * How often a graph that was replaced is looked at. Between an operation's stages and its stream lie a few turns of the
 * event loop in which nobody counts as inside: this is longer.
 */
const LOOK_EVERY = seconds(1);

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
  scope.defer(() => {
    const all = [now, ...retired];
    retired.clear();
    return Promise.all(all.map((graph) => graph.close()));
  });

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

  /** A stream goes on as long as its document fits the schema of now. */
  const endUnfit = (graph: Graph) => {
    const { schema } = now.executor;
    graph.streams.end('SUBSCRIPTION_ENDED_BY_RELOAD', (document) => !fits(schema, document));
  };

  const retire = async (graph: Graph) => {
    retired.add(graph);
    do {
      endUnfit(graph);
      await graph.occupants.left();
      await pause(LOOK_EVERY, undefined, { ref: false });
    } while (retired.has(graph) && (graph.occupants.inside > 0 || graph.streams.size > 0));
    // The scope may have closed it meanwhile.
    if (retired.delete(graph)) await graph.close();
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

const judged = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, boolean>>();

/** Asked every second for every stream, so that a verdict is remembered. */
function fits(schema: GraphQLSchema, document: DocumentNode): boolean {
  const verdicts = judged.get(schema) ?? new WeakMap<DocumentNode, boolean>();
  judged.set(schema, verdicts);
  const verdict = verdicts.get(document) ?? complaintsOf(schema, document).length === 0;
  verdicts.set(document, verdict);
  return verdict;
}
