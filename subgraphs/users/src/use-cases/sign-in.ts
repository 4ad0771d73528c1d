// Signs somebody in with e-mail and password.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { accountKey } from '../data/secrets/account-key.js';
import { readEmail } from '../domain/email.js';
import { normalisePassword } from '../domain/password.js';
import { refuse } from '../domain/refusals.js';
import { adoptGuest } from './adopt-guest.js';
import { beginSession, type SessionTokens } from './begin-session.js';
import type { Rooms } from './rooms.js';
import { verifyPassword } from './verify-password.js';

export interface SignIn {
  email: string;
  password: string;
  device?: string | null | undefined;
  /** Whose things become the account's: the guest whose token came along. */
  guestId?: string | null | undefined;
}

/**
 * Refuses WRONG_CREDENTIALS (no such account, wrong password: one answer), TOO_MANY_ATTEMPTS and BUSY;
 * ACCOUNT_SUSPENDED only to who knows the password. A hash weaker than today's is replaced on the way.
 */
export async function signIn(
  rooms: Rooms,
  { email, password, device, guestId }: SignIn,
): Promise<SessionTokens | Refusal> {
  const address = readEmail(email);
  // What is no address has no account, and may hold bytes that the store refuses.
  const find = async () => (isRefusal(address) ? null : rooms.credentials.systemProofByEmail(address));
  const proof = await verifyPassword(rooms, email, password, find);
  if (isRefusal(proof)) return proof;
  if (!proof) return refuse('WRONG_CREDENTIALS');
  const stronger = rooms.passwords.isOutdated(proof.passwordHash)
    ? await rooms.passwords.hash(normalisePassword(password))
    : null;

  return rooms.transact(async (unit) => {
    // Held, so that a change of role or password lies wholly before this (and is seen) or after (and ends the session).
    const user = await unit.users.hold(proof.userId);
    if (!user || !(await unit.credentials.stands(user.id, proof.passwordHash))) return refuse('WRONG_CREDENTIALS');
    if (user.status === 'SUSPENDED') return refuse('ACCOUNT_SUSPENDED');
    // A pool too busy to make the stronger hash leaves it to the next sign-in.
    if (typeof stronger === 'string') await unit.credentials.replace(user.id, proof.passwordHash, stronger, unit.now);
    await unit.attempts.clear(accountKey(email));
    await adoptGuest(unit, user, guestId);
    return beginSession(unit, rooms, user, device);
  });
}
