// E-mail addresses: ASCII only, so that "the same but for case" means the same to us and to the database.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from './refusals.js';

/** RFC 5321, section 4.5.3.1.3 (path without its brackets). */
const LONGEST = 254;
const SHAPE = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** The trimmed address; refuses what cannot be one. Case is kept. */
export function readEmail(text: string): string | Refusal {
  const email = text.trim();
  if (email.length <= LONGEST && SHAPE.test(email)) return email;
  return refuse('BAD_INPUT', { reason: 'this is not an e-mail address' }).at('email');
}

/** What two spellings of one address have in common. */
export const foldEmail = (email: string): string => email.trim().toLowerCase();
