// Subscriptions over federation, which the gateway plans but does not run. The plan is {primary, rest}: primary is the
// subscription of the owning subgraph; rest joins the other subgraphs and is run for every event.
import type { Schema } from '@apollo/federation-internals';
import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { FetchNode, PlanNode, QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { outcomeOf } from './apollo-executor.js';
import type { Call } from './call.js';
import type { Executor, Operation } from './executor.js';
import { requestOf } from './gateway-request.js';
import type { SourceAnswer, Sources } from './gateway-types.js';

export interface Federation {
  readonly schema: GraphQLSchema;
  readonly apiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly sources: Sources;
}

/** The pretended subgraph that answers the primary fetch with the event itself. */
const EVENT = '(event)';

interface Planned {
  readonly primary: FetchNode | null;
  readonly perEvent: QueryPlan;
}

export function streamPlanner(federation: Federation): Executor['planStream'] {
  // Plans live as long as their documents, which are kept in a bounded map.
  const plans = new WeakMap<DocumentNode, Map<string, Planned>>();

  const planOf = ({ document, operationName = '' }: Operation): Planned => {
    const byName = plans.get(document) ?? new Map<string, Planned>();
    plans.set(document, byName);
    const planned = byName.get(operationName) ?? plan(federation, document, operationName);
    byName.set(operationName, planned);
    return planned;
  };

  return async (operation, call) => {
    const { document, operationName, variables } = operation;
    const { schema, apiSchema, supergraphSchema, sources } = federation;
    const context = buildOperationContext({
      schema,
      operationDocument: document,
      ...(operationName !== undefined && { operationName }),
    });
    const { errors } = getVariableValues(schema, context.operation.variableDefinitions ?? [], variables);
    if (errors) return { errors: errors.map(({ message }) => new GraphQLError(message, BAD_USER_INPUT)) };
    const { primary, perEvent } = planOf(operation);

    const run = (extra: Sources, during: Call) =>
      executeQueryPlan(
        perEvent,
        { ...sources, ...extra },
        requestOf({ ...operation, query: '' }, during, schema),
        context,
        supergraphSchema,
        apiSchema,
      ).then((result) => outcomeOf(result as ExecutionResult));
    if (!primary) return run({}, call); // only __typename, or everything skipped: nothing to wait for

    return {
      source: {
        subgraph: primary.serviceName,
        query: primary.operation,
        operationName: primary.operationName,
        variables: pick(variables, primary.variableUsages ?? []),
      },
      async complete(event, during) {
        // graphql-js reports "could not subscribe" as a result with errors and no data: nothing to complete.
        if (event.data === undefined && event.errors) return { errors: event.errors };
        try {
          return await run({ [EVENT]: { process: async () => event as SourceAnswer } }, during);
        } catch (error) {
          return { errors: [asGraphQLError(error)] };
        }
      },
    };
  };
}

function plan({ planner, apiSchema }: Federation, document: DocumentNode, operationName: string): Planned {
  const built = planner.buildQueryPlan(
    operationFromDocument(apiSchema, document, operationName === '' ? {} : { operationName }),
  );
  if (built.node?.kind !== 'Subscription') return { primary: null, perEvent: built };
  const { primary, rest } = built.node;
  const nodes: PlanNode[] = [{ ...primary, serviceName: EVENT }, ...(rest ? [rest] : [])];
  return { primary, perEvent: { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } } };
}

const BAD_USER_INPUT = { extensions: { code: 'BAD_USER_INPUT' } };

const pick = (variables: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]));

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('the plan failed', { originalError: error instanceof Error ? error : new Error(String(error)) });
