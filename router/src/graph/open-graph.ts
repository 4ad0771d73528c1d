// Makes a graph from the text of a supergraph; what it needs of the profile is handed in.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Limits } from '../document/limits.js';
import { documentReader } from '../document/parse-bounded.js';
import type { StagesOf } from '../edge/http-server.js';
import type { Subgraphs } from '../fetch/open-subgraphs.js';
import { openExecutor } from '../plan/open-executor.js';
import { LiveStreams } from '../subscriptions/live-streams.js';
import { streamOpener } from '../subscriptions/open-stream.js';
import { checkFeatures } from './check-features.js';
import type { Graph, GraphParts } from './graph.js';
import { Occupants } from './occupants.js';
import { RecentOperations } from './recent-operations.js';

export interface GraphOptions {
  readonly limits: Limits;
  /** For completing one event of a stream. */
  readonly eventBudgetMs: number;
  openSubgraphs(scope: Scope): Subgraphs;
  stagesOf(parts: GraphParts): StagesOf;
}

/** Throws, and leaves nothing open, when the text is no supergraph or asks for what is not carried out here. */
export async function openGraph(supergraphSdl: string, options: GraphOptions): Promise<Graph> {
  const scope = new Scope();
  try {
    checkFeatures(supergraphSdl);
    await nextTurn(); // both are long: whoever waits for an answer comes in between
    const subgraphs = options.openSubgraphs(scope);
    const executor = openExecutor(supergraphSdl, subgraphs.open);
    const streams = new LiveStreams();
    const parts: GraphParts = {
      executor,
      readDocument: documentReader(options.limits),
      openStream: streamOpener(executor, subgraphs.upstreamOf, options.eventBudgetMs, streams),
    };
    return {
      ...parts,
      stagesOf: options.stagesOf(parts),
      urlOf: subgraphs.urlOf,
      streams,
      recent: new RecentOperations(),
      occupants: new Occupants(),
      close: () => scope.close(),
    };
  } catch (error) {
    await scope.close();
    throw error;
  }
}
