// A supergraph of a few subgraphs that run in this process, asked by the stock gateway and by our executor.
import { composeServices } from '@apollo/composition';
import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, type GraphQLError, type GraphQLSchema, graphql, parse, subscribe } from 'graphql';
import { isStreamPlan } from '../../../../src/plan/executor.js';
import { type Federation, readFederation } from '../../../../src/plan/federation.js';
import { type Planned, planOperation } from '../../../../src/plan/mend/plan-operation.js';
import { openExecutor } from '../../../../src/plan/open-executor.js';
import { callOf } from '../../../differential/compare/call-of.js';

export interface Part {
  /** Without the `@link`. */
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

type Ask = (service: string, query: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;

export interface GraphLab {
  readonly sdl: string;
  /** The queries that subgraphs were asked since the last operation began, as `name: query`. */
  readonly asked: string[];
  /** What the stock planner and the stock executor answer. */
  stock(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stockPlan(query: string): QueryPlan;
  /** What ours answers. */
  ours(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** What ours makes of each event of a subscription. */
  oursOfEach(query: string, variables?: Record<string, unknown>): Promise<Answer[]>;
  planned(query: string): Planned | GraphQLError;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [
  "@key", "@requires", "@external", "@provides", "@shareable", "@interfaceObject"
])`;

/** `edit` changes the text of the supergraph, for what composition would refuse. Throws composition's errors. */
export function graphLab(parts: Readonly<Record<string, Part>>, edit = (sdl: string) => sdl): GraphLab {
  const services = Object.entries(parts).map(([name, { sdl }]) => ({ name, url: '', typeDefs: parse(LINK + sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const sdl = edit(supergraphSdl);
  const federation = readFederation(sdl);
  const schemas = new Map(
    services.map(({ name, typeDefs }) => [
      name,
      buildSubgraphSchema([{ typeDefs, resolvers: parts[name]?.resolvers as never }]),
    ]),
  );
  const asked: string[] = [];
  const ask: Ask = async (service, source, variableValues) => {
    asked.push(`${service}: ${source}`);
    const schema = schemas.get(service);
    if (!schema) throw new Error(`no subgraph ${service}`);
    return JSON.parse(JSON.stringify(await graphql({ schema, source, variableValues })));
  };
  const stockPlan = (query: string) =>
    federation.planner.buildQueryPlan(operationFromDocument(federation.apiSchema, parse(query)));
  const planned = (query: string) => planOperation(federation, parse(query), undefined);

  const executor = openExecutor(sdl, (name) => ({
    name,
    ask(body) {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      return ask(name, query, variables);
    },
  }));

  async function oursOfEach(query: string, variables = {}): Promise<Answer[]> {
    asked.length = 0;
    const plan = await executor.planStream({ document: parse(query), variables }, callOf(0));
    if (!isStreamPlan(plan)) throw new Error('there is nothing to wait for');
    const { source } = plan;
    const schema = schemas.get(source.subgraph) as GraphQLSchema;
    const events = await subscribe({ schema, document: parse(source.query), variableValues: source.variables });
    const answers: Answer[] = [];
    for await (const event of events as AsyncIterable<ExecutionResult>) {
      const { data, errors } = await plan.complete(JSON.parse(JSON.stringify(event)), callOf(0));
      answers.push(answerOf(data && JSON.parse(data), errors));
    }
    return answers;
  }

  return {
    sdl,
    asked,
    oursOfEach,
    stockPlan,
    planned,
    stock: (query, variables = {}) => runStock(federation, ask, stockPlan(query), query, variables),
    async ours(query, variables = {}) {
      asked.length = 0;
      const { data, errors } = await executor.execute({ document: parse(query), variables }, callOf(0));
      return answerOf(data && JSON.parse(data), errors);
    },
  };
}

async function runStock(
  { schema, supergraphSchema, apiSchema }: Federation,
  ask: Ask,
  plan: QueryPlan,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const source = (name: string) => ({
    process: ({ request }: { request: { query: string; variables: Record<string, unknown> } }) =>
      ask(name, request.query, request.variables),
  });
  const { data, errors } = await executeQueryPlan(
    plan,
    new Proxy({}, { get: (_, name) => source(String(name)) }),
    { request: { variables }, metrics: {}, context: {}, logger: console } as never,
    buildOperationContext({ schema, operationDocument: parse(query) }),
    supergraphSchema,
    apiSchema,
  );
  return answerOf(data, errors);
}

/** The errors' messages and paths. */
const answerOf = (data: unknown, errors: readonly Pick<GraphQLError, 'message' | 'path'>[] = []): Answer => ({
  ...(data !== undefined && { data: JSON.parse(JSON.stringify(data)) }),
  ...(errors.length > 0 && { errors: errors.map(({ message, path }) => ({ message, ...(path && { path }) })) }),
});
