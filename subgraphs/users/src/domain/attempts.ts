// Backing off from guesses: five attempts on one account, then a pause. An attempt is counted before it is judged, so
// that a hundred guesses at once are no better than a hundred in a row; a right password clears the count.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { type Milliseconds, minutes } from '@mosaic/kernel/values/time';
import { refuse } from './refusals.js';

export const MOST_ATTEMPTS = 5;
export const ATTEMPT_WINDOW: Milliseconds = minutes(15);

export class Attempts {
  /** Whom the guesses are about, hashed; an account that does not exist is counted alike. */
  account: string;
  count: number;
  windowEndsAt: Date;
}

/** Null while the attempt may go on. */
export function refuseAttempt({ count, windowEndsAt }: Attempts, now: Date): Refusal | null {
  if (count <= MOST_ATTEMPTS) return null;
  const wait = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1_000));
  return refuse('TOO_MANY_ATTEMPTS', { retryAfterSeconds: wait });
}
