// A supergraph of a few subgraphs that run in this process, asked by the stock gateway's executor and by ours.
import { composeServices } from '@apollo/composition';
import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import { prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, graphql, parse } from 'graphql';
import { type Federation, readFederation } from '../../../../src/plan/federation.js';

export type Resolvers = Record<string, Record<string, unknown>>;

export interface Part {
  readonly sdl: string;
  readonly resolvers: Resolvers;
}

export interface GraphLab {
  readonly federation: Federation;
  readonly sdl: string;
  /** What the stock planner and the stock executor answer. */
  stock(query: string, variables?: Record<string, unknown>): Promise<unknown>;
  stockPlan(query: string): string;
  run(plan: QueryPlan, document: DocumentNode, variables?: Record<string, unknown>): Promise<unknown>;
}

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [${imports}])`;
const LINK = link(
  '"@key", "@requires", "@external", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible"',
);

/** Throws with the composition's errors. */
export function graphLab(parts: Readonly<Record<string, Part>>): GraphLab {
  const services = Object.entries(parts).map(([name, { sdl }]) => ({
    name,
    url: 'none:',
    typeDefs: parse(LINK + sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const federation = readFederation(supergraphSdl);
  const schemas = new Map<string, GraphQLSchema>();
  for (const { name, typeDefs } of services) {
    schemas.set(name, buildSubgraphSchema([{ typeDefs, resolvers: parts[name]?.resolvers as never }]));
  }
  const sources = Object.fromEntries(
    [...schemas].map(([name, schema]) => [
      name,
      {
        process: async ({ request }: { request: { query: string; variables: Record<string, unknown> } }) =>
          JSON.parse(
            JSON.stringify(await graphql({ schema, source: request.query, variableValues: request.variables })),
          ),
      },
    ]),
  );
  const planOf = (document: DocumentNode) =>
    federation.planner.buildQueryPlan(operationFromDocument(federation.apiSchema, document));
  const run: GraphLab['run'] = async (plan, document, variables = {}) => {
    const { schema, supergraphSchema, apiSchema } = federation;
    const { errors, data, extensions } = await executeQueryPlan(
      plan,
      sources as never,
      { request: { variables }, metrics: {}, logger: console, context: {} } as never,
      buildOperationContext({ schema, operationDocument: document }),
      supergraphSchema,
      apiSchema,
    );
    return JSON.parse(JSON.stringify({ data, errors: errors?.map(({ message }) => message), extensions }));
  };
  return {
    federation,
    sdl: supergraphSdl,
    stock: (query, variables) => run(planOf(parse(query)), parse(query), variables),
    stockPlan: (query) => prettyFormatQueryPlan(planOf(parse(query))),
    run,
  };
}
