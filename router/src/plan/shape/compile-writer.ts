// The response written straight to text: closures compiled per concrete type, for one set of conditions.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { narrow } from '../../bounds/byte-text.js';
import type { Fetched } from '../compile/run.js';
import { writeShared } from '../compile/share.js';
import { type Conditions, fieldSelector } from './select-fields.js';
import { bail, leafWriter, nullOrBail, type Write } from './write-leaf.js';

export interface WriterParts {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Where a field's value stands in the fetched object, if not under its response name. */
  readonly renamed: ReadonlyMap<FieldNode, string>;
}

type WriteObject = (object: Fetched) => string;

/**
 * The text of `data`. Throws BAIL when the fetched values are not simply what the types say: a null to bubble up, an
 * unknown type, a wrong leaf. Then the slow road answers.
 */
export function compileWriter({ schema, document, operation, renamed }: WriterParts, conditions: Conditions) {
  const select = fieldSelector(schema, document, conditions);

  function objectWriter(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): WriteObject {
    const parts = [...select(type, sets)].map(([name, { node, sets: inner }], at) => {
      const prefix = narrow(`${at === 0 ? '' : ','}${JSON.stringify(name)}:`);
      if (node.name.value === '__typename')
        return { text: narrow(`${prefix}${JSON.stringify(type.name)}`), key: '', write: null };
      const field = type.getFields()[node.name.value];
      if (!field) throw new Error(`${type.name} has no field ${node.name.value}`);
      const key = renamed.get(node) ?? name;
      return { text: prefix, key, write: valueWriter(field.type, inner) };
    });
    // Every object inherits such names; the slow road tells them from members.
    if (parts.some(({ key }) => key in Object.prototype)) return () => bail();
    return (object) => {
      let text = '{';
      for (const { text: prefix, key, write } of parts) {
        text += write ? prefix + write(object[key]) : prefix;
      }
      return `${text}}`;
    };
  }

  function valueWriter(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write {
    return isNonNullType(type) ? writerOf(type.ofType, sets, bail) : writerOf(type, sets, nullOrBail);
  }

  /** `otherwise` is asked about what is no value of the type; few are, so that nobody looks for null before. */
  function writerOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], otherwise: Write): Write {
    if (isListType(type)) return listWriter(valueWriter(type.ofType, sets), otherwise);
    if (isLeafType(type)) return leafWriter(type, otherwise);
    const byType = new Map<unknown, WriteObject>();
    const only = isObjectType(type) ? type.name : undefined;
    const writerFor = (name: unknown): WriteObject => {
      const named = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(named) || (only !== undefined && named.name !== only)) return bail();
      const write = objectWriter(named, sets);
      byType.set(name, write);
      return write;
    };
    return (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return otherwise(value);
      const name = (value as Fetched)['__typename'] ?? only;
      return writeShared(value as Fetched, byType.get(name) ?? writerFor(name));
    };
  }

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`the schema has no ${operation.operation}`);
  return objectWriter(root, [operation.selectionSet]);
}

const listWriter =
  (write: Write, otherwise: Write): Write =>
  (value) => {
    if (!Array.isArray(value)) return otherwise(value);
    let text = '';
    for (const element of value) text += text === '' ? write(element) : `,${write(element)}`;
    return `[${text}]`;
  };
