// One supergraph as it is served: all that is made from its file, and who is still inside.
import type { DocumentReader } from '../document/parse-bounded.js';
import type { StagesOf } from '../edge/http-server.js';
import type { Executor } from '../plan/executor.js';
import type { LiveStreams } from '../subscriptions/live-streams.js';
import type { StreamOpener } from '../subscriptions/open-stream.js';
import type { Occupants } from './occupants.js';
import type { RecentOperations } from './recent-operations.js';

/** What the lists of stages are made of. */
export interface GraphParts {
  readonly executor: Executor;
  readonly readDocument: DocumentReader;
  readonly openStream: StreamOpener;
}

export interface Graph extends GraphParts {
  readonly stagesOf: StagesOf;
  /** Where a subgraph is; undefined when there is none of this name. */
  urlOf(subgraph: string): string | undefined;
  readonly recent: RecentOperations;
  readonly streams: LiveStreams;
  /** Operations under way; those of streams until they have begun. */
  readonly occupants: Occupants;
  /** Lets go of the subgraphs; nobody may be inside. */
  close(): Promise<void>;
}
