// Values for arguments and variables: as they are written in a document, and as they are sent as variables.
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Choices } from './choices.js';

export interface InputValue {
  readonly text: string;
  readonly json: unknown;
}

const plain = (json: string | number | boolean | null): InputValue => ({ text: JSON.stringify(json), json });
const strings = ['x', '', 'with "quotes" \\', 'ünï 😀', 'tab\t\u0007', '$notAVariable'].map(plain);
const anything: readonly InputValue[] = [
  plain('any'),
  plain(3),
  { text: '{a: [1, {b: null}], c: "d"}', json: { a: [1, { b: null }], c: 'd' } },
  plain(true),
  { text: '[]', json: [] },
];

export function inputValue(choices: Choices, type: GraphQLInputType, depth = 2): InputValue {
  if (isNonNullType(type)) return inputValue(choices, type.ofType, depth);
  if (isListType(type)) {
    const items = Array.from({ length: choices.below(3) }, () => orNull(choices, type.ofType, depth - 1));
    return { text: `[${items.map(({ text }) => text).join(', ')}]`, json: items.map(({ json }) => json) };
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
      .filter((field) => isRequiredInputField(field) || (depth > 0 && choices.once(2)))
      .map((field) => [field.name, orNull(choices, field.type, depth - 1)] as const);
    return {
      text: `{${fields.map(([name, { text }]) => `${name}: ${text}`).join(', ')}}`,
      json: Object.fromEntries(fields.map(([name, { json }]) => [name, json])),
    };
  }
  if (isEnumType(type)) {
    const { name } = choices.of(type.getValues());
    return { text: name, json: name };
  }
  switch (type.name) {
    case 'Int':
      return plain(choices.of([1, 0, -1, 2147483647]));
    case 'Float':
      return plain(choices.of([1.5, 0, -3, 1e21]));
    case 'Boolean':
      return plain(choices.of([true, false]));
    case 'ID':
      return plain(choices.of(['1', 'a"b', 7]));
    case 'String':
      return choices.of(strings);
    default:
      return choices.of(anything);
  }
}

/** A value, or null where null is allowed. */
export const orNull = (choices: Choices, type: GraphQLInputType, depth = 2): InputValue =>
  !isNonNullType(type) && choices.once(6) ? plain(null) : inputValue(choices, type, depth);
