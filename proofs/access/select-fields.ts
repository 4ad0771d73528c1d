// A selection of every field of a type, shallow: enough to see whether each of them is answered.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Values for arguments that a field cannot do without. */
const SAMPLES: Readonly<Record<string, string>> = {
  window: '"P7D"',
  from: '"2026-01-01T00:00:00.000Z"',
  to: '"2026-01-02T00:00:00.000Z"',
  offeringId: '"none"',
};

/** `{ id title members(first: 1) { __typename } ... }` without the braces. */
export const selectFields = (type: GraphQLObjectType): string => Object.values(type.getFields()).map(select).join(' ');

function select(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type);
  const isPaged = isObjectType(named) && named.name.endsWith('Connection');
  const given = field.args.filter(isRequired).map(({ name }) => `${name}: ${SAMPLES[name]}`);
  const args = [...given, ...(isPaged ? ['first: 1'] : [])];
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${isLeafType(named) ? '' : ' { __typename }'}`;
}

const isRequired = ({ type, defaultValue }: GraphQLArgument) => isNonNullType(type) && defaultValue === undefined;
