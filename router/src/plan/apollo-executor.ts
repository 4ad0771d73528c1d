// The executor of today: Apollo's gateway plans and runs queries and mutations, and its planner serves subscriptions.
import { Supergraph } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { ExecutionResult } from 'graphql';
import type { Executor } from './executor.js';
import { quiet, requestOf } from './gateway-request.js';
import type { Sources } from './gateway-types.js';
import { type Federation, streamPlanner } from './plan-stream.js';

/** Loads the supergraph; throws when it is not one. `sourceOf` makes the data source of each subgraph, once. */
export async function openApolloExecutor(
  supergraphSdl: string,
  sourceOf: (subgraph: string, url: string | undefined) => Sources[string],
  log: Logger,
): Promise<Executor> {
  const sources: Record<string, Sources[string]> = {};
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(log),
    buildService: ({ name, url }) => {
      sources[name] ??= sourceOf(name, url);
      return sources[name];
    },
  });
  const { schema } = await gateway.load();

  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const federation: Federation = {
    schema,
    apiSchema: supergraph.apiSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
    sources,
  };

  return {
    schema,
    execute: (operation, call) => gateway.executor(requestOf(operation, call, schema)) as Promise<ExecutionResult>,
    planStream: streamPlanner(federation),
    close: () => gateway.stop(),
  };
}
