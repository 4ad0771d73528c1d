// Gives the viewer another password, and ends every other session of theirs.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { accountKey } from '../data/secrets/account-key.js';
import { readNewPassword } from '../domain/password.js';
import { refuse } from '../domain/refusals.js';
import type { User } from '../domain/user.js';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';
import { verifyPassword } from './verify-password.js';

export interface ChangePassword {
  currentPassword: string;
  newPassword: string;
}

/**
 * Refuses WRONG_PASSWORD, TOO_MANY_ATTEMPTS (guesses here and at sign-in are counted together), PASSWORD_TOO_SHORT,
 * PASSWORD_TOO_LONG, BUSY, and CONFLICT when the password was changed meanwhile.
 */
export async function changePassword(rooms: Rooms, viewer: Viewer, input: ChangePassword): Promise<User | Refusal> {
  const password = readNewPassword(input.newPassword, 'newPassword');
  if (isRefusal(password)) return password;
  const known = await rooms.credentials.systemProofOf(viewer.id);
  if (!known) return refuse('NOT_FOUND');
  const proof = await verifyPassword(rooms, known.email, input.currentPassword, async () => known);
  if (isRefusal(proof)) return proof;
  if (!proof) return refuse('WRONG_PASSWORD').at('currentPassword');
  const passwordHash = await rooms.passwords.hash(password);
  if (isRefusal(passwordHash)) return passwordHash;

  return rooms.transact(async (unit) => {
    const user = await unit.users.take(viewer.id);
    if (!user) return refuse('NOT_FOUND');
    if (!(await unit.credentials.replace(user.id, proof.passwordHash, passwordHash, unit.now)))
      return refuse('CONFLICT');
    await unit.attempts.clear(accountKey(user.email));
    announceEnded(unit, user.id, await unit.sessions.endOthers(user.id, viewer.sessionId));
    return user;
  });
}
