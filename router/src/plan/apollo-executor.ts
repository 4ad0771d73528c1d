// Apollo's own executor behind the seam, until the compiled one takes over.
import { Supergraph } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { type ExecutionResult, print } from 'graphql';
import type { Subgraph } from '../fetch/subgraph.js';
import type { Call } from './call.js';
import type { Executor, Outcome } from './executor.js';
import { quiet, requestOf } from './gateway-request.js';
import type { Sources } from './gateway-types.js';
import { type Federation, streamPlanner } from './plan-stream.js';

/** Loads the supergraph; throws when it is not one. `open` makes each subgraph, once. */
export async function openApolloExecutor(
  supergraphSdl: string,
  open: (subgraph: string, url: string | undefined) => Subgraph,
  log: Logger,
): Promise<Executor & { close(): Promise<void> }> {
  const sources: Record<string, Sources[string]> = {};
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(log),
    buildService: ({ name, url }) => {
      const subgraph = open(name, url);
      sources[name] ??= {
        process: async ({ request: { query = '', variables, operationName }, context }) =>
          subgraph.ask(
            JSON.stringify({ query, variables, operationName }),
            query.startsWith('mutation') ? 'mutation' : 'query',
            (context as { call: Call }).call,
          ) as never,
      };
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
    execute: async (operation, call) =>
      outcomeOf(
        (await gateway.executor(
          requestOf({ ...operation, query: print(operation.document) }, call, schema),
        )) as ExecutionResult,
      ),
    planStream: streamPlanner(federation),
    explain: () => '',
    close: () => gateway.stop(),
  };
}

export const outcomeOf = ({ data, errors = [], extensions }: ExecutionResult): Outcome => ({
  ...(data !== undefined && { data: JSON.stringify(data) }),
  errors,
  ...(extensions && { extensions }),
});
