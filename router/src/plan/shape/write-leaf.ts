// Leaf values as JSON text. What a type does not allow is not written: see BAIL.
import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';

/** The text of a value. Throws BAIL for a value that only the slow road knows how to answer. */
export type Write = (value: unknown) => string;

/** Thrown to leave the fast road; one object, because it is no failure and needs no stack. */
export const BAIL: unique symbol = Symbol('leave the fast road');

/** A quote, a backslash, a control character or half of a surrogate pair (RFC 8259, section 7). */
const NEEDS_ESCAPE = /["\\]|[^ -\ud7ff\ue000-\uffff]/;
/** Above this, looking for what to escape costs more than letting JSON.stringify do it. */
const SHORT = 512;

const writeString = (text: string): string =>
  text.length < SHORT && !NEEDS_ESCAPE.test(text) ? `"${text}"` : JSON.stringify(text);

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
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
  return (value) => texts.get(value) ?? bail();
}

const writeAnything: Write = (value) => (typeof value === 'string' ? writeString(value) : JSON.stringify(value));

/** Leaves the fast road. */
export function bail(): never {
  throw BAIL;
}
