// Leaf values as JSON, spelled in bytes. What a type does not allow is not written: see BAIL.
import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { byteText, narrow } from '../../bounds/byte-text.js';
import { isPlain } from '../../bounds/quoted.js';

/** The text of a value, in bytes (see byte-text.ts). Throws BAIL for a value that only the slow road knows how to answer. */
export type Write = (value: unknown) => string;

/** Thrown to leave the fast road; one object, because it is no failure and needs no stack. */
export const BAIL: unique symbol = Symbol('leave the fast road');

const writeString = (text: string): string => (isPlain(text) ? `"${text}"` : byteText(JSON.stringify(text)));

/** The same values that Apollo's isValidLeafValue lets pass, or fewer; a custom scalar may be anything. */
export function leafWriter(type: GraphQLLeafType): Write {
  if (isEnumType(type)) return enumWriter(type);
  return writers[type.name] ?? writeAnything;
}

const writers: Readonly<Record<string, Write>> = {
  String: (value) => (typeof value === 'string' ? writeString(value) : bail()),
  ID: (value) => (typeof value === 'string' ? writeString(value) : Number.isSafeInteger(value) ? `${value}` : bail()),
  Boolean: (value) => (value === true ? 'true' : value === false ? 'false' : bail()),
  Int: (value) => (Number.isSafeInteger(value) ? `${value}` : bail()),
  Float: (value) => (Number.isFinite(value) ? `${value}` : bail()),
};

function enumWriter(type: GraphQLEnumType): Write {
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, narrow(JSON.stringify(name))]));
  return (value) => texts.get(value) ?? bail();
}

const writeAnything: Write = (value) =>
  typeof value === 'string' ? writeString(value) : byteText(JSON.stringify(value));

/** Leaves the fast road. */
export function bail(): never {
  throw BAIL;
}
