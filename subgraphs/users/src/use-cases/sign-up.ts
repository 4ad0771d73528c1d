// Makes an account and signs its owner in.
//
// NOTE: EMAIL_TAKEN tells whoever asks that an address has an account. As long as no e-mail is verified, the one who
// signs up must be told now or never; sign-in, which is the door that is guessed at, tells nothing.

import type { Locale } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { userSignedUp } from '@mosaic/schema/events/users';
import { readEmail } from '../domain/email.js';
import { readNewPassword } from '../domain/password.js';
import { changeProfile, type Profile } from '../domain/profile.js';
import { refuse } from '../domain/refusals.js';
import { User } from '../domain/user.js';
import { beginSession, type SessionTokens } from './begin-session.js';
import type { Rooms } from './rooms.js';

export interface SignUp {
  email: string;
  password: string;
  displayName: string;
  locale: Locale;
  device?: string | null | undefined;
}

const blank: Profile = { displayName: '', sortName: '', bio: '', locale: 'en' };

/** Refuses EMAIL_TAKEN, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, BAD_INPUT and BUSY. Of racers for one address one wins. */
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
    const made = { ...profile, id, email, role: 'USER', version: 1, createdAt: unit.now } as const;
    const user = Object.assign(new User(), made);
    if (!(await unit.users.add(user))) return refuse('EMAIL_TAKEN').at('email');
    await unit.credentials.add({ userId: id, passwordHash, changedAt: unit.now });
    const { displayName, locale } = user;
    unit.announce(announce(userSignedUp, id, { userId: id, displayName, locale }, unit.now));
    return beginSession(unit, rooms, user, input.device);
  });
}
