// Everything about an operation that does not change from one request to the next, worked out once.
import { type Operation as ApolloOperation, operationFromDocument } from '@apollo/federation-internals';
import { type FetchNode, type PlanNode, prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  valueFromAST,
  visit,
} from 'graphql';
import { compilePlan, type PlanParts } from './compile/compile-plan.js';
import type { Run, Step } from './compile/run.js';
import type { Federation } from './federation.js';
import { compileWriter } from './shape/compile-writer.js';

export interface Prepared {
  readonly operation: OperationDefinitionNode;
  /** The same as the slow road wants it. */
  readonly apolloOperation: ApolloOperation;
  readonly plan: QueryPlan;
  /** The subscription's own fetch. */
  readonly primary: FetchNode | null;
  /** Null when nothing has to be fetched: `{ __typename }`. */
  readonly run: Step | null;
  /** Asks for the schema, which only the slow road answers. */
  readonly isIntrospection: boolean;
  /** The writer for the conditions of this run. */
  writerFor(run: Run): ReturnType<typeof compileWriter>;
}

export type Parts = Omit<PlanParts, 'isTrue' | 'supergraphSchema'>;

/** Throws GraphQLError when the operation cannot be planned. `document` is validated. */
export function prepareOperation(
  federation: Federation,
  parts: Parts,
  document: DocumentNode,
  operationName: string | undefined,
): Prepared {
  const { schema, apiSchema, supergraphSchema, planner } = federation;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new GraphQLError('The document has no such operation.');
  const apolloOperation = operationFromDocument(apiSchema, document, operationName ? { operationName } : {});
  const plan = planner.buildQueryPlan(apolloOperation);
  const isTrue = conditionReader(schema, operation);
  const { primary, rest } = split(plan);
  const conditions = conditionsIn(document);
  const writers = new Map<string, ReturnType<typeof compileWriter>>();
  return {
    operation,
    apolloOperation,
    plan,
    primary,
    run: rest ? compilePlan(rest, { ...parts, supergraphSchema, isTrue }) : null,
    isIntrospection: asksForSchema(document),
    writerFor(run) {
      const values = conditions.map((name) => isTrue(run, name));
      const mask = values.join();
      let writer = writers.get(mask);
      if (!writer) {
        const chosen = Object.fromEntries(conditions.map((name, at) => [name, values[at] === true]));
        writer = compileWriter({ schema, document, operation, renamed: new Map() }, chosen);
        if (writers.size < MOST_WRITERS) writers.set(mask, writer);
      }
      return writer;
    },
  };
}

/** Twenty conditions have a million combinations. */
const MOST_WRITERS = 64;

function split({ node }: QueryPlan): { primary: FetchNode | null; rest: PlanNode | undefined } {
  if (node?.kind !== 'Subscription') return { primary: null, rest: node };
  return { primary: node.primary, rest: node.rest };
}

/** Variables of `@skip` and `@include`. */
function conditionsIn(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      const value = given?.[0]?.value;
      if ((name.value === 'skip' || name.value === 'include') && value?.kind === Kind.VARIABLE) {
        names.add(value.name.value);
      }
    },
  });
  return [...names];
}

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field({ name }) {
      asks ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return asks;
}

function conditionReader(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode) {
  const defaults = new Map<string, unknown>();
  const boolean = schema.getType('Boolean') as never;
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue) defaults.set(variable.name.value, valueFromAST(defaultValue, boolean));
  }
  return ({ variables }: Run, name: string): boolean => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return (given === undefined ? defaults.get(name) : given) === true;
  };
}

export const explainPlan = ({ plan }: Prepared): string => prettyFormatQueryPlan(plan);
