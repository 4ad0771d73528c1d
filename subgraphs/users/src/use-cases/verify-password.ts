// Whether somebody knows a password, with the backoff that guessing meets. The way is the same, step by step, for an
// account that exists and one that does not: neither the answer nor the time tells which it was.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Proof } from '../data/readers/read-credentials.js';
import { accountKey } from '../data/secrets/account-key.js';
import { refuseAttempt } from '../domain/attempts.js';
import type { Rooms } from './rooms.js';

/** The proof that was verified, or null for a wrong password. Refuses TOO_MANY_ATTEMPTS and BUSY. */
export async function verifyPassword(
  { transact, passwords }: Rooms,
  email: string,
  password: string,
  findProof: () => Promise<Proof | null>,
): Promise<Proof | null | Refusal> {
  const account = accountKey(email);
  const pause = await transact(async ({ attempts, now }) => refuseAttempt(await attempts.count(account), now));
  if (pause) return pause;
  const proof = await findProof();
  const isRight = await passwords.verify(password, proof?.passwordHash ?? null);
  if (isRefusal(isRight)) {
    await transact(({ attempts }) => attempts.forgive(account));
    return isRight;
  }
  return isRight ? proof : null;
}
