// Opaque global ids: base64url of `Type:` followed by the 16 raw bytes of a UUIDv7 (RFC 9562, section 5.7).
// An id says its type, fits in 64 characters, and is stored as it is shown, so no layer maps it.
import { v7 } from 'uuid';

declare const typed: unique symbol;
/** An id of one type; at run time a plain string. */
export type Id<T extends string = string> = string & { readonly [typed]?: T };

/** Makes a fresh id of the named type. Handed out by the composition root so that a demo world can be deterministic. */
export type MintId = <T extends string>(type: T) => Id<T>;

const LONGEST = 64;
const UUID_BYTES = 16;

export const mintId: MintId = (type) => idFrom(type, v7(undefined, Buffer.alloc(UUID_BYTES)));

/** The id of `type` with the given 16 bytes. */
export function idFrom<T extends string>(type: T, uuid: Uint8Array): Id<T> {
  return Buffer.concat([Buffer.from(`${type}:`, 'latin1'), uuid]).toString('base64url');
}

/** The type an id names, or null when the text is not one of our ids (wrong length, alphabet or prefix). */
export function typeOfId(id: string): string | null {
  if (id.length > LONGEST || !/^[\w-]+$/.test(id)) return null;
  const bytes = Buffer.from(id, 'base64url');
  const colon = bytes.length - UUID_BYTES - 1;
  if (colon < 1 || bytes[colon] !== 0x3a || bytes.toString('base64url') !== id) return null;
  const type = bytes.toString('latin1', 0, colon);
  return /^[A-Z][A-Za-z]*$/.test(type) ? type : null;
}

export const isIdOf = <T extends string>(type: T, id: string): id is Id<T> => typeOfId(id) === type;

/** The id of another type with the same UUID, for things that a person can have only one of. Throws a RangeError for no id. */
export function retype<T extends string>(type: T, id: string): Id<T> {
  if (typeOfId(id) === null) throw new RangeError('not one of our ids');
  return idFrom(type, Buffer.from(id, 'base64url').subarray(-UUID_BYTES));
}
