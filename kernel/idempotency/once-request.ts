// One use of an idempotency key. The first use runs; later ones with the same input get its outcome, for 24 hours.
//
// A refusal is not kept: it changed nothing, so the same key may succeed later (the card was topped up, the slot is free
// again). Only outcomes that changed something must not happen twice.
import { refuse } from '../refusal/catalogue.js';
import { isRefusal, type Refusal } from '../refusal/refusal.js';
import { hours, type Milliseconds } from '../values/time.js';
import { fingerprint } from './fingerprint.js';

export interface OnceRequest {
  /** Whose key it is, usually the viewer's id: two actors never share one. */
  readonly actor: string;
  readonly operation: string;
  /** Chosen by the client: 1 to 255 printable ASCII characters. */
  readonly key: string;
  readonly input: unknown;
  readonly now: Date;
}

export const replayWindow: Milliseconds = hours(24);

/** The moment before which a key counts as never used. */
export const forgottenBefore = ({ now }: OnceRequest): Date => new Date(now.getTime() - replayWindow);

/** Refuses a key that cannot be stored as it is. */
export const refuseKey = ({ key }: OnceRequest): Refusal | null =>
  /^[\x21-\x7e]{1,255}$/.test(key)
    ? null
    : refuse('BAD_INPUT', { reason: 'an idempotency key has 1 to 255 printable ASCII characters' });

/** What an earlier use left behind; `outcome` is JSON. */
export interface EarlierUse {
  readonly fingerprint: string;
  readonly outcome: string;
}

/** The earlier outcome, or IDEMPOTENCY_KEY_REUSED when the input differs. */
export const replay = <T>(earlier: EarlierUse, { input }: OnceRequest): T | Refusal =>
  earlier.fingerprint === fingerprint(input) ? (JSON.parse(earlier.outcome) as T) : refuse('IDEMPOTENCY_KEY_REUSED');

/** Runs for the first time: keeps the outcome, or forgets the key when it was refused. The first caller sees what later ones will. */
export async function runAndKeep<T>(
  run: () => Promise<T | Refusal>,
  keep: (outcome: string) => Promise<unknown>,
  forget: () => Promise<unknown>,
): Promise<T | Refusal> {
  const outcome = await run();
  if (isRefusal(outcome)) {
    await forget();
    return outcome;
  }
  const text = JSON.stringify(outcome) ?? 'null';
  await keep(text);
  return JSON.parse(text) as T;
}
