// The oracle: Apollo's planner and executeQueryPlan, over simulated subgraphs.
import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { Operation } from '../../../src/plan/executor.js';
import type { Answer } from './count-entities.js';
import { countEntities } from './count-entities.js';

/** The text of a subgraph's answer to a request. */
export type AnswerOf = (subgraph: string, request: { query: string; variables: Record<string, unknown> }) => string;

const mute = () => {};
const silent = { debug: mute, info: mute, warn: mute, error: mute };

type Process = (options: {
  readonly request: { readonly query?: string; readonly variables?: Record<string, unknown> };
}) => Promise<Answer>;

export class Stock {
  readonly #supergraph: Supergraph;
  readonly #schema: GraphQLSchema;
  readonly #supergraphSchema: GraphQLSchema;
  readonly #planner: QueryPlanner;
  readonly #subgraphs: readonly string[];
  readonly #plans = new WeakMap<DocumentNode, Map<string, QueryPlan>>();

  constructor(supergraph: Supergraph) {
    this.#supergraph = supergraph;
    this.#schema = supergraph.apiSchema().toGraphQLJSSchema();
    this.#supergraphSchema = supergraph.schema.toGraphQLJSSchema();
    this.#planner = new QueryPlanner(supergraph);
    this.#subgraphs = [...supergraph.subgraphs().names()];
  }

  /** What clients may ask. */
  get schema(): GraphQLSchema {
    return this.#schema;
  }

  planOf({ document, operationName = '' }: Operation): QueryPlan {
    const byName = this.#plans.get(document) ?? new Map<string, QueryPlan>();
    this.#plans.set(document, byName);
    const known = byName.get(operationName);
    if (known) return known;
    const named = operationName === '' ? {} : { operationName };
    const plan = this.#planner.buildQueryPlan(operationFromDocument(this.#supergraph.apiSchema(), document, named));
    byName.set(operationName, plan);
    return plan;
  }

  async execute(operation: Operation, answerOf: AnswerOf): Promise<ExecutionResult> {
    const { document, operationName, variables } = operation;
    const context = buildOperationContext({
      schema: this.#schema,
      operationDocument: document,
      ...(operationName !== undefined && { operationName }),
    });
    const { errors } = getVariableValues(this.#schema, context.operation.variableDefinitions ?? [], variables);
    if (errors) return { errors };
    const { plan, watched } = countEntities(this.planOf(operation));
    const ask =
      (subgraph: string): Process =>
      async ({ request: { query = '', variables: sent = {} } }) => {
        const answer = JSON.parse(answerOf(subgraph, { query, variables: sent }));
        return watched(subgraph, query, sent, answer);
      };
    const serviceMap = Object.fromEntries(this.#subgraphs.map((name) => [name, { process: ask(name) }]));
    return (await executeQueryPlan(
      plan,
      serviceMap as never,
      { request: { variables }, context: {}, metrics: {}, logger: silent } as never,
      context,
      this.#supergraphSchema,
      this.#supergraph.apiSchema(),
    )) as ExecutionResult;
  }
}
