// What a password may be. bcrypt reads 72 bytes and ignores the rest, so a longer one is refused, never cut.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from './refusals.js';

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD_BYTES = 72;

/** One form for one password, whatever keyboard composed it (NFC; NIST SP 800-63B, section 5.1.1.2). */
export const normalisePassword = (text: string): string => text.normalize('NFC');

/** Whether all of the (normalised) password would count. */
export const fitsHash = (password: string): boolean => Buffer.byteLength(password) <= LONGEST_PASSWORD_BYTES;

/** The normalised password; refuses fewer than 8 characters and more than 72 UTF-8 bytes. `field` names the input. */
export function readNewPassword(text: string, field: string): string | Refusal {
  const password = normalisePassword(text);
  if (!fitsHash(password)) return refuse('PASSWORD_TOO_LONG', { maximumBytes: LONGEST_PASSWORD_BYTES }).at(field);
  // Counted as people count: code points, not UTF-16 units.
  if ([...password].length < SHORTEST_PASSWORD)
    return refuse('PASSWORD_TOO_SHORT', { minimumCharacters: SHORTEST_PASSWORD }).at(field);
  return password;
}
