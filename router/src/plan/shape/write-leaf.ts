// Leaf values as JSON, spelled in bytes. What a type does not allow is not written: see BAIL.
import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { byteText, narrow } from '../../bounds/byte-text.js';
import { isBare, isPlain } from '../../bounds/quoted.js';

/** The text of a value, in bytes (see byte-text.ts). Throws BAIL for a value that only the slow road knows how to answer. */
export type Write = (value: unknown) => string;

/** Thrown to leave the fast road; one object, because it is no failure and needs no stack. */
export const BAIL: unique symbol = Symbol('leave the fast road');

function writeString(text: string): string {
  if (isPlain(text)) return `"${text}"`;
  return isBare(text) ? `"${byteText(text)}"` : byteText(JSON.stringify(text));
}

/** The same values that Apollo's isValidLeafValue lets pass, or fewer; a custom scalar may be anything but null. */
export function leafWriter(type: GraphQLLeafType, otherwise: Write): Write {
  if (isEnumType(type)) return enumWriter(type, otherwise);
  return (writers[type.name] ?? anythingWriter)(otherwise);
}

const writers: Readonly<Record<string, (otherwise: Write) => Write>> = {
  String: (otherwise) => (value) => (typeof value === 'string' ? writeString(value) : otherwise(value)),
  ID: (otherwise) => (value) =>
    typeof value === 'string' ? writeString(value) : Number.isSafeInteger(value) ? `${value}` : otherwise(value),
  Boolean: (otherwise) => (value) => (value === true ? 'true' : value === false ? 'false' : otherwise(value)),
  Int: (otherwise) => (value) => (Number.isSafeInteger(value) ? `${value}` : otherwise(value)),
  Float: (otherwise) => (value) => (Number.isFinite(value) ? `${value}` : otherwise(value)),
};

function enumWriter(type: GraphQLEnumType, otherwise: Write): Write {
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, narrow(JSON.stringify(name))]));
  return (value) => texts.get(value) ?? otherwise(value);
}

const anythingWriter =
  (otherwise: Write): Write =>
  (value) => {
    if (typeof value === 'string') return writeString(value);
    return value === null || value === undefined ? otherwise(value) : byteText(JSON.stringify(value));
  };

/** The text of a null where there may be one. */
export const nullOrBail: Write = (value) => (value === null || value === undefined ? 'null' : bail());

/** Leaves the fast road. */
export function bail(): never {
  throw BAIL;
}
