// Everything about an operation that does not change from one request to the next, worked out once.
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
import type { ByteText } from '../bounds/byte-text.js';
import { compilePlan, type PlanParts } from './compile/compile-plan.js';
import type { Run, Step } from './compile/run.js';
import type { Federation } from './federation.js';
import { type Planned, planOperation } from './mend/plan-operation.js';
import { compileWriter } from './shape/compile-writer.js';
import { nullMisfits } from './shape/null-misfits.js';
import { type Conditions, fieldSelector } from './shape/select-fields.js';

export interface Prepared {
  readonly operation: OperationDefinitionNode;
  readonly planned: Planned;
  /** The subscription's own fetch. */
  readonly primary: FetchNode | null;
  /** Null when nothing has to be fetched: `{ __typename }`. */
  readonly run: Step | null;
  /** Asks for the schema, which only the slow road answers. */
  readonly isIntrospection: boolean;
  /** The text of `data`. Throws BAIL: see compileWriter. */
  write(run: Run): ByteText;
  /** Makes null of what does not fit the schema's lists and objects; answers with one error for each. */
  nullMisfits(run: Run): GraphQLError[];
}

export type Parts = Omit<PlanParts, 'isTrue' | 'supergraphSchema'>;

/** Throws GraphQLError when the operation cannot be planned. `document` is validated. */
export function prepareOperation(
  federation: Federation,
  parts: Parts,
  document: DocumentNode,
  operationName: string | undefined,
): Prepared {
  const { schema, supergraphSchema } = federation;
  const operation = operationOf(document, operationName);
  const planned = planOf(federation, document, operationName);
  const isTrue = conditionReader(schema, operation);
  const { primary, rest } = split(planned.plan);
  const conditions = conditionsIn(document);
  const writers = new Map<string, ReturnType<typeof compileWriter>>();

  const conditionsOf = (run: Run): Conditions =>
    Object.fromEntries(conditions.map((name) => [name, isTrue(run, name)]));
  function writerFor(run: Run): ReturnType<typeof compileWriter> {
    let mask = '';
    for (const name of conditions) mask += isTrue(run, name) ? '1' : '0';
    const known = writers.get(mask);
    if (known) return known;
    const writer = compileWriter({ schema, document, operation, renamed: planned.renamed }, conditionsOf(run));
    if (writers.size < MOST_WRITERS) writers.set(mask, writer);
    return writer;
  }

  return {
    operation,
    planned,
    primary,
    run: rest ? compilePlan(rest, { ...parts, supergraphSchema, isTrue }) : null,
    isIntrospection: asksForSchema(document),
    write: (run) => writerFor(run)(run.root) as ByteText,
    nullMisfits: (run) =>
      nullMisfits(
        { schema, select: fieldSelector(schema, document, conditionsOf(run)), operation, renamed: planned.renamed },
        run.root,
      ),
  };
}

function planOf(federation: Federation, document: DocumentNode, operationName: string | undefined): Planned {
  const planned = planOperation(federation, document, operationName);
  if (planned instanceof GraphQLError) throw planned;
  return planned;
}

function operationOf(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new GraphQLError('The document has no such operation.');
  return operation;
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

/** For people; says when it is not the planner's own. */
export const explainPlan = ({ planned: { plan, mended } }: Prepared): string =>
  (mended === null ? '' : `# Mended: ${mended}\n`) + prettyFormatQueryPlan(plan);
