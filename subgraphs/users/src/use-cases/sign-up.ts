// Makes an account and signs its owner in.
//
// NOTE: EMAIL_TAKEN tells whoever asks that an address has an account: signing up signs in at once, so the one who signs
// up must be told now or never. Sign-in and password reset, the doors that are guessed at, tell nothing.

import type { Locale } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { userSignedUp } from '@mosaic/schema/events/users';
import { readEmail } from '../domain/email.js';
import { readNewPassword } from '../domain/password.js';
import { changeProfile, type Profile } from '../domain/profile.js';
import { refuse } from '../domain/refusals.js';
import { User } from '../domain/user.js';
import { adoptGuest } from './adopt-guest.js';
import { beginSession, type SessionTokens } from './begin-session.js';
import { queueLinkMail } from './queue-link-mail.js';
import type { Rooms } from './rooms.js';

export interface SignUp {
  email: string;
  password: string;
  displayName: string;
  locale: Locale;
  device?: string | null | undefined;
  /** Whose things become the new account's: the guest whose token came along. */
  guestId?: string | null | undefined;
}

const blank: Profile = { displayName: '', sortName: '', bio: '', locale: 'en' };

/**
 * Also mails a link that verifies the address. Refuses EMAIL_TAKEN, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, BAD_INPUT and
 * BUSY. Of racers for one address one wins.
 */
export async function signUp(rooms: Rooms, input: SignUp): Promise<SessionTokens | Refusal> {
  const email = readEmail(input.email);
  if (isRefusal(email)) return email;
  const profile = changeProfile(blank, { displayName: input.displayName, locale: input.locale });
  if (isRefusal(profile)) return profile;
  const password = readNewPassword(input.password, 'password');
  if (isRefusal(password)) return password;
  const passwordHash = await rooms.passwords.hash(password);
  if (isRefusal(passwordHash)) return passwordHash;

  return rooms.transact(async (unit) => {
    const id = rooms.mintId('User');
    const account = { role: 'USER', status: 'ACTIVE', emailVerifiedAt: null } as const;
    const made = { ...profile, ...account, id, email, version: 1, createdAt: unit.now };
    const user = Object.assign(new User(), made);
    if (!(await unit.users.add(user))) return refuse('EMAIL_TAKEN').at('email');
    await unit.credentials.add({ userId: id, passwordHash, changedAt: unit.now });
    const { displayName, locale } = user;
    unit.announce(announce(userSignedUp, id, { userId: id, displayName, locale }, unit.now));
    await adoptGuest(unit, user, input.guestId);
    await queueLinkMail(unit, rooms, { kind: 'WELCOME', address: email, userId: id });
    return beginSession(unit, rooms, user, input.device);
  });
}
