// A stretch of time that a list may be asked for.
import { refuse } from '@mosaic/kernel/refusal/catalogue';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { days, later } from '@mosaic/kernel/values/time';
import { isPlausible } from '../domain/plausible-time.js';

const LONGEST_DAYS = 62;

/** Throws RefusedError BAD_INPUT unless `from` comes before `to`, by at most 62 days. */
export function requireRange(from: Date, to: Date): void {
  if (isPlausible(from) && isPlausible(to) && from < to && to <= later(from, days(LONGEST_DAYS))) return;
  const reason = `from comes before to, by at most ${LONGEST_DAYS} days`;
  throw new RefusedError(refuse('BAD_INPUT', { reason }).at('to'));
}
