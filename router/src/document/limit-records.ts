// How many records an operation may ask for, pages within pages multiplied: each page is bounded by its reader, but a
// hundred rooms of a hundred messages of a hundred readers are a million. Judged with the request's variables.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { MOST_RECORDS } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;

/** Stands behind validation: arguments and fragments are what the schema says. */
export const limitRecords =
  (schema: GraphQLSchema): Stage['admit'] =>
  (passage) => {
    const { definitions } = filled(passage.document, 'document');
    const operation = filled(passage.operation, 'operation');
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], passage.asked?.variables ?? {});
    if (!coerced) return null; // execution says what is wrong with them
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    }
    return countRecords(operation.selectionSet, fragments, coerced) > MOST_RECORDS
      ? Refused.as('TOO_MANY_RECORDS')
      : null;
  };

/** Conditions (@skip, @include) are not evaluated. */
function countRecords(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): number {
  let count = 0;
  for (const node of selections) {
    const set = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)?.selectionSet : node.selectionSet;
    if (!set) continue;
    const below = countRecords(set, fragments, variables);
    const size = node.kind === Kind.FIELD ? sizeOf(node, variables) : null;
    count += size === null ? below : size * (1 + below);
  }
  return count;
}

/** How many records a field asks for: the size of a page, or as many as ids are given; null when it is not a list's. */
function sizeOf({ arguments: given = [] }: FieldNode, variables: Variables): number | null {
  for (const { name, value } of given) {
    if (!SIZES.has(name.value)) continue;
    const size = valueFromASTUntyped(value, variables);
    if (Array.isArray(size)) return size.length;
    if (typeof size === 'number') return Math.max(0, size);
  }
  return null;
}

const SIZES: ReadonlySet<string> = new Set(['first', 'last', 'ids']);
