// Our executor: plans each operation once, with Apollo's planner, compiles the plan, and writes answers straight to text.
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { Subgraph } from '../fetch/subgraph.js';
import type { Call } from './call.js';
import { seed } from './compile/ask-for-roots.js';
import { blame } from './compile/blame.js';
import type { Fetched, Run } from './compile/run.js';
import { standIns } from './compile/stand-ins.js';
import type { Executor, Operation, Outcome } from './executor.js';
import { readFederation } from './federation.js';
import { applyRewrites } from './mend/apply-rewrites.js';
import type { Planned } from './mend/plan-operation.js';
import { explainPlan, type Prepared, prepareOperation } from './prepare-operation.js';
import { answerSlowly } from './shape/apollo-response.js';
import { BAIL } from './shape/write-leaf.js';

/** Loads the supergraph; throws when it is not one. `open` makes each subgraph, once. */
export function openExecutor(
  supergraphSdl: string,
  open: (subgraph: string, url: string | undefined) => Subgraph,
): Executor {
  const federation = readFederation(supergraphSdl);
  const { schema, supergraph, supergraphSchema } = federation;
  const subgraphs = new Map<string, Subgraph>();
  for (const { name, url } of supergraph.subgraphsMetadata()) subgraphs.set(name, open(name, url));
  const parts = {
    mayStandFor: standIns(federation.supergraphSchema),
    subgraphOf(name: string): Subgraph {
      const subgraph = subgraphs.get(name);
      if (!subgraph) throw new Error(`the plan names an unknown subgraph: ${name}`);
      return subgraph;
    },
  };
  // As long as its document, which is kept in a bounded map of texts.
  const prepared = new WeakMap<DocumentNode, Map<string, Prepared | GraphQLError>>();

  /** Throws GraphQLError when the operation cannot be planned; from then on without trying again. */
  function prepare({ document, operationName = '' }: Pick<Operation, 'document' | 'operationName'>): Prepared {
    const byName = prepared.get(document) ?? new Map<string, Prepared | GraphQLError>();
    prepared.set(document, byName);
    const ready = byName.get(operationName) ?? attempt(document, operationName || undefined);
    byName.set(operationName, ready);
    if (ready instanceof GraphQLError) throw ready;
    return ready;
  }

  function attempt(document: DocumentNode, operationName: string | undefined): Prepared | GraphQLError {
    try {
      return prepareOperation(federation, parts, document, operationName);
    } catch (error) {
      return asGraphQLError(error);
    }
  }

  /** Ready to run, or what the client is told instead. */
  function begin(operation: Operation): Prepared | Outcome {
    try {
      const ready = prepare(operation);
      return refuse(ready, operation.variables) ?? ready;
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
  }

  /** What the variables are refused for (GraphQL specification, 6.1.2). */
  function refuse({ operation }: Prepared, variables: Operation['variables']): Outcome | null {
    const definitions = operation.variableDefinitions;
    if (!definitions || definitions.length === 0) return null;
    const { errors } = getVariableValues(schema, definitions, variables);
    return errors ? { errors: errors.map(({ message }) => new GraphQLError(message, BAD_USER_INPUT)) } : null;
  }

  function answer(ready: Prepared, run: Run): Outcome {
    const { root, variables } = run;
    const errors = ready.planned.mended === null ? run.errors : run.errors.map(underClientsNames(ready.planned));
    if (!ready.isIntrospection) {
      try {
        return { data: ready.write(run), errors };
      } catch (error) {
        if (error !== BAIL) throw error;
      }
    }
    const definitions = ready.operation.variableDefinitions ?? [];
    const road = { schema, planned: ready.planned, definitions };
    return answerSlowly(road, root, variables, [...errors, ...ready.nullMisfits(run)]);
  }

  return {
    schema,
    async execute(operation, call) {
      const ready = begin(operation);
      if ('errors' in ready) return ready;
      const run: Run = { root: {}, variables: operation.variables, call, errors: [] };
      await ready.run?.(run);
      return answer(ready, run);
    },
    async planStream(operation, call) {
      const ready = begin(operation);
      if ('errors' in ready) return ready;
      const { variables } = operation;
      const { primary } = ready;
      // Only __typename, or everything skipped: nothing to wait for.
      if (!primary) return answer(ready, { root: {}, variables, call, errors: [] });
      return {
        source: {
          subgraph: primary.serviceName,
          query: primary.operation,
          operationName: primary.operationName,
          variables: pick(variables, primary.variableUsages ?? []),
        },
        async complete(event: ExecutionResult, during: Call): Promise<Outcome> {
          const { data, errors = [] } = event;
          const blamed = errors.map((error) => blame(primary.serviceName, error, error.path));
          // graphql-js reports "could not subscribe" as a result with errors and no data: nothing to complete.
          if (data === undefined && blamed.length > 0) return { errors: blamed };
          const run: Run = { root: {}, variables, call: during, errors: blamed };
          try {
            if (data) {
              applyRewrites(supergraphSchema, primary.outputRewrites, data as Fetched);
              seed(run, data as Fetched);
            }
            await ready.run?.(run);
            return answer(ready, run);
          } catch (error) {
            return { errors: [asGraphQLError(error)] };
          }
        },
      };
    },
    warm: (operation) => void prepare(operation),
    explain: (operation) => explainPlan(prepare(operation)),
  };
}

/** A mended plan fetches some fields under other keys, which subgraphs name in their errors. */
const underClientsNames =
  ({ restoreName }: Planned) =>
  ({ message, path, originalError, extensions }: GraphQLError): GraphQLError =>
    new GraphQLError(message, {
      ...(path && { path: path.map((key) => (typeof key === 'string' ? restoreName(key) : key)) }),
      originalError,
      extensions,
    });

const BAD_USER_INPUT = { extensions: { code: 'BAD_USER_INPUT' } };

const pick = (variables: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]));

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('the plan failed', { originalError: error instanceof Error ? error : new Error(String(error)) });
