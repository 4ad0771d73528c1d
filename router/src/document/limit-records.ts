// How many records an operation may ask for, pages within pages multiplied: each page is bounded by its reader, but a
// hundred rooms of a hundred messages of a hundred readers are a million. Judged with the request's variables.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { MOST_RECORDS } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;

/** A selection that asks for records: how many itself, and what stands below each of them. */
interface Counted {
  /** The arguments that say it; the first one that is there counts. */
  readonly sizes: readonly ValueNode[];
  readonly below: readonly Counted[];
}

interface Measured {
  readonly counted: readonly Counted[];
  /** The verdict, when it hangs on no variable. */
  readonly always: Refused | null | undefined;
}

/** Stands behind validation: arguments and fragments are what the schema says, and fragments are no circle. */
export function limitRecords(schema: GraphQLSchema): Stage['admit'] {
  const known = new WeakMap<OperationDefinitionNode, Measured>();
  return (passage) => {
    const operation = filled(passage.operation, 'operation');
    const measured = known.get(operation) ?? measure(filled(passage.document, 'document'), operation);
    known.set(operation, measured);
    if (measured.always !== undefined) return measured.always;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], passage.asked?.variables ?? {});
    return coerced ? judge(measured.counted, coerced) : null; // execution says what is wrong with them
  };
}

function measure({ definitions }: DocumentNode, { selectionSet }: OperationDefinitionNode): Measured {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let hangsOnVariables = false;
  /** Conditions (@skip, @include) are not evaluated. What asks for no records leaves nothing behind. */
  const countedIn = ({ selections }: SelectionSetNode): Counted[] =>
    selections.flatMap((node) => {
      const set = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)?.selectionSet : node.selectionSet;
      if (!set) return [];
      const below = countedIn(set);
      const sizes = node.kind === Kind.FIELD ? sizesOf(node) : [];
      if (sizes.length === 0) return below;
      hangsOnVariables ||= sizes.some(readsVariables);
      return [{ sizes, below }];
    });
  const counted = countedIn(selectionSet);
  return { counted, always: hangsOnVariables ? undefined : judge(counted, {}) };
}

const judge = (counted: readonly Counted[], variables: Variables): Refused | null =>
  count(counted, variables) > MOST_RECORDS ? Refused.as('TOO_MANY_RECORDS') : null;

function count(counted: readonly Counted[], variables: Variables): number {
  let sum = 0;
  for (const { sizes, below } of counted) {
    const inside = count(below, variables);
    const each = firstSize(sizes, variables);
    sum += each === null ? inside : each * (1 + inside);
  }
  return sum;
}

/** How many records a field asks for, as its arguments say it: the size of a page, or as many as ids are given. */
const sizesOf = ({ arguments: given = [] }: FieldNode): ValueNode[] =>
  given.filter(({ name }) => SIZES.has(name.value)).map(({ value }) => value);

const SIZES: ReadonlySet<string> = new Set(['first', 'last', 'ids']);

function firstSize(sizes: readonly ValueNode[], variables: Variables): number | null {
  for (const value of sizes) {
    const size = valueFromASTUntyped(value, variables);
    if (Array.isArray(size)) return size.length;
    if (typeof size === 'number') return Math.max(0, size);
  }
  return null;
}

/** Whether the number hangs on a variable: a list has as many members as are written. */
const readsVariables = ({ kind }: ValueNode): boolean => kind === Kind.VARIABLE;
