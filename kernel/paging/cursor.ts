// Keyset cursors: where a page ends, sealed so that nobody can forge one or use another viewer's or another list's.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../config/secret.js';

const MAC_BYTES = 12;

/** The sort key of a row with its id last, e.g. [createdAt ms, id]. */
export type CursorKey = readonly (string | number)[];

export class CursorSeal {
  readonly #key: Secret<Buffer>;

  constructor(key: Secret<Buffer>) {
    this.#key = key;
  }

  /** `scope` names the list and the viewer, e.g. `rooms:<viewer id>`. */
  seal(scope: string, key: CursorKey): string {
    const text = Buffer.from(JSON.stringify(key));
    return Buffer.concat([this.#mac(scope, text), text]).toString('base64url');
  }

  /** The key, or null for anything this scope did not seal. */
  open(scope: string, cursor: string): CursorKey | null {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length <= MAC_BYTES || cursor.length > 500 || bytes.toString('base64url') !== cursor) return null;
    const text = bytes.subarray(MAC_BYTES);
    if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.#mac(scope, text))) return null;
    return JSON.parse(text.toString()) as CursorKey;
  }

  #mac(scope: string, text: Buffer): Buffer {
    return createHmac('sha256', this.#key.reveal())
      .update(scope)
      .update('\0')
      .update(text)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}
