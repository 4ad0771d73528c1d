// The size limit of documents, and encoding that keeps it.
import { calculateObjectSize } from 'bson';
import { CommandError } from '../errors.js';
import { type Document, encode } from './types.js';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

export const tooLarge = (bytes: number): CommandError =>
  new CommandError(
    10334,
    'BSONObjectTooLarge',
    `BSONObj size: ${bytes} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
  );

/**
 * BSON bytes of at most 16 MiB; throws BSONObjectTooLarge. The encoder works in a buffer of 17 MiB, beyond which it
 * throws or cuts: what it returns is trusted only below the limit.
 */
export function encodeDocument(document: Document): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = encode(document);
  } catch (error) {
    const size = calculateObjectSize(document);
    throw size > MAX_DOCUMENT_BYTES ? tooLarge(size) : error;
  }
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(calculateObjectSize(document));
  return bytes;
}
