// Somebody followed the link to choose another password.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { accountKey } from '../data/secrets/account-key.js';
import { readNewPassword } from '../domain/password.js';
import { refuse } from '../domain/refusals.js';
import type { User } from '../domain/user.js';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';
import { spendLink } from './spend-link.js';

export interface ResetPassword {
  token: string;
  newPassword: string;
}

/**
 * Ends every session of the person and every other link of this kind; the address counts as verified, because the link
 * was read there. Nobody is signed in by it. Of racers with one token one sets its password.
 * Refuses LINK_INVALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG and BUSY; a password that is refused leaves the link usable.
 */
export async function resetPassword(rooms: Rooms, { token, newPassword }: ResetPassword): Promise<User | Refusal> {
  const password = readNewPassword(newPassword, 'newPassword');
  if (isRefusal(password)) return password;
  const passwordHash = await rooms.passwords.hash(password);
  if (isRefusal(passwordHash)) return passwordHash;
  return rooms.transact(async (unit) => {
    const user = await spendLink(unit, token, 'RESET_PASSWORD');
    if (!user) return refuse('LINK_INVALID').at('token');
    await unit.credentials.overwrite(user.id, passwordHash, unit.now);
    await unit.linkTokens.spendAll(user.id, 'RESET_PASSWORD');
    await unit.attempts.clear(accountKey(user.email));
    announceEnded(unit, user.id, await unit.sessions.endAll(user.id));
    return user.emailVerifiedAt ? user : unit.users.verifyEmail(user, unit.now);
  });
}
