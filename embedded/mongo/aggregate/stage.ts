// The shape of aggregation stages.

import type { CommandContext } from '../commands/command.js';
import type { Variables } from '../expressions/compile.js';
import type { Document, Value } from '../values/types.js';

export interface PipelineScope {
  context: CommandContext;
  /** The collection that the pipeline began with; null for the database, and inside $facet. */
  namespace: string | null;
  variables: Variables;
  hint?: Value;
  /** Inside $lookup, $facet or $unionWith: stages that write are refused. */
  nested: boolean;
}

/** Runs a pipeline; stages receive it, so that no stage imports the table that holds it. */
export type RunPipeline = (pipeline: Document[], scope: PipelineScope, input?: Document[]) => Promise<Document[]>;

/** Documents in, documents out. Neither the list nor its documents may be changed. */
export type Stage = (
  documents: Document[],
  argument: Value,
  scope: PipelineScope,
  run: RunPipeline,
) => Document[] | Promise<Document[]>;

export type StageTable = Readonly<Record<string, Stage>>;
