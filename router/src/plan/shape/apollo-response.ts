// The slow road: the gateway's own computeResponse, for nulls that bubble up, values that do not fit and introspection.
import { createRequire } from 'node:module';
import type { FieldSelection, Operation } from '@apollo/federation-internals';
import {
  executeSync,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { byteText } from '../../bounds/byte-text.js';
import type { Fetched } from '../compile/run.js';
import type { Outcome } from '../executor.js';
import type { Planned } from '../mend/plan-operation.js';

type ComputeResponse = (given: {
  operation: Operation;
  variables: Readonly<Record<string, unknown>>;
  input: Fetched;
  introspectionHandling(field: FieldSelection): unknown;
}) => { data: Fetched | null; errors: GraphQLError[] };

// @apollo/gateway has no "exports" and no entry for this.
const { computeResponse } = createRequire(import.meta.url)('@apollo/gateway/dist/resultShaping.js') as {
  computeResponse: ComputeResponse;
};

export interface SlowRoad {
  readonly schema: GraphQLSchema;
  readonly planned: Planned;
  readonly definitions: readonly VariableDefinitionNode[];
}

/**
 * The answer as the stock gateway shapes it. Nulls in non-null fields are told in `extensions.valueCompletion`, and not
 * at all when there are errors that explain them.
 */
export function answerSlowly(
  { schema, planned, definitions }: SlowRoad,
  root: Fetched,
  variables: Readonly<Record<string, unknown>>,
  errors: readonly GraphQLError[],
): Outcome {
  try {
    const { data, errors: found } = computeResponse({
      operation: planned.operation,
      variables,
      input: root,
      introspectionHandling: (field) => introspect(schema, field, definitions, variables),
    });
    const text = byteText(JSON.stringify(planned.mended === null ? data : planned.restoreNames(data)));
    if (errors.length > 0 || found.length === 0) return { data: text, errors };
    return { data: text, errors, extensions: { valueCompletion: found } };
  } catch (error) {
    // The gateway's own assertions: a subgraph sent a list for an object, or the other way round.
    const message = error instanceof Error ? error.message : 'the answer cannot be shaped';
    return {
      errors: [error instanceof GraphQLError ? error : new GraphQLError(message, { originalError: error as Error })],
    };
  }
}

function introspect(
  schema: GraphQLSchema,
  field: FieldSelection,
  definitions: readonly VariableDefinitionNode[],
  variableValues: Readonly<Record<string, unknown>>,
): unknown {
  const selection = field.expandFragments().toSelectionNode() as FieldNode;
  const used = new Set<string>();
  visit(selection, { Variable: ({ name }) => void used.add(name.value) });
  const { data, errors } = executeSync({
    schema,
    rootValue: {},
    variableValues,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: OperationTypeNode.QUERY,
          variableDefinitions: definitions.filter(({ variable }) => used.has(variable.name.value)),
          selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
        },
      ],
    },
  });
  if (!data) throw errors?.[0] ?? new Error('introspection came to nothing');
  return data[(selection.alias ?? selection.name).value];
}
