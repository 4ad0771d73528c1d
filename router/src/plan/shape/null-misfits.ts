// A list where the schema has an object, an object where it has a list: what a subgraph may answer, and what the gateway's
// code stops the whole answer for. Each such value becomes null, and is told (GraphQL specification, 6.4.4).
import {
  type FieldNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { errorOf } from '../../respond/refusals.js';
import type { AnswerPath } from '../compile/reach.js';
import { type Fetched, isObject } from '../compile/run.js';
import type { SelectFields } from './select-fields.js';

export interface MisfitParts {
  readonly schema: GraphQLSchema;
  readonly select: SelectFields;
  readonly operation: OperationDefinitionNode;
  /** Where a field's value stands, if not under its response name. */
  readonly renamed: ReadonlyMap<FieldNode, string>;
}

/** Writes the nulls into `root`; answers with one error for each. */
export function nullMisfits({ schema, select, operation, renamed }: MisfitParts, root: Fetched): GraphQLError[] {
  const errors: GraphQLError[] = [];
  const { message, extensions } = errorOf('SUBGRAPH_UNAVAILABLE');

  function fitted(
    value: unknown,
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    path: AnswerPath,
  ): unknown {
    if (isNonNullType(type)) return fitted(value, type.ofType, sets, path);
    if (value === null || value === undefined) return value;
    if (isListType(type)) {
      if (!Array.isArray(value)) return misfit(path);
      return value.map((element, at) => fitted(element, type.ofType, sets, [...path, at]));
    }
    if (!isCompositeType(type)) return value;
    const name = isObject(value) ? (value['__typename'] ?? type.name) : undefined;
    if (!isObject(value) || typeof name !== 'string') return misfit(path);
    const actual: GraphQLNamedType | undefined = schema.getType(name);
    if (isObjectType(actual)) fitFields(value, actual, sets, path);
    return value;
  }

  function fitFields(
    object: Fetched,
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    path: AnswerPath,
  ): void {
    for (const [name, { node, sets: inner }] of select(type, sets)) {
      const key = renamed.get(node) ?? name;
      const field = type.getFields()[node.name.value];
      if (!field || !Object.hasOwn(object, key)) continue;
      object[key] = fitted(object[key], field.type, inner, [...path, name]);
    }
  }

  function misfit(path: AnswerPath): null {
    errors.push(new GraphQLError(message, { path, extensions }));
    return null;
  }

  const type = schema.getRootType(operation.operation);
  if (type) fitFields(root, type, [operation.selectionSet], []);
  return errors;
}
