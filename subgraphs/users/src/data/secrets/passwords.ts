// Hashes and verifies passwords with bcrypt in a bounded pool, so that a crowd at the door cannot eat the machine.
import { availableParallelism } from 'node:os';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import { fitsHash, normalisePassword } from '../../domain/password.js';
import { refuse } from '../../domain/refusals.js';

const QUEUE = 50;
const SCHEME = 'bcrypt:';

export interface Passwords {
  /** The hash to store, with its scheme. Refuses BUSY when 50 wait already. `password` must be normalised and fit. */
  hash(password: string): Promise<string | Refusal>;
  /** The same work whether there is a hash or none, so that time tells nothing. Refuses BUSY likewise. */
  verify(password: string, stored: string | null): Promise<boolean | Refusal>;
  /** Whether a stored hash is weaker than what is made today. */
  isOutdated(stored: string): boolean;
}

/** What does the hashing; tests count its work. */
export interface Engine {
  hash(password: string, cost: number): Promise<string>;
  compare(password: string, hash: string): Promise<boolean>;
}

export function openPasswords(cost: number, engine: Engine = bcrypt): Passwords {
  const width = availableParallelism();
  const pool = pLimit(width);
  // Compared against when there is no account: nobody knows its password, and it costs what the others cost.
  // Made while the service starts; who comes earlier waits for it, account or none.
  const nobodys = engine.hash('no account has this password', cost);
  nobodys.catch(() => {}); // a failure is reported by every verify that needs it

  const queued = async <T>(work: () => Promise<T>): Promise<T | Refusal> =>
    pool.activeCount + pool.pendingCount >= width + QUEUE ? refuse('BUSY', { retryAfterSeconds: 1 }) : pool(work);

  return {
    hash: (password) => queued(async () => SCHEME + (await engine.hash(password, cost))),
    verify: (text, stored) =>
      queued(async () => {
        const password = normalisePassword(text);
        const known = stored?.startsWith(SCHEME) && fitsHash(password) ? stored.slice(SCHEME.length) : null;
        const nobody = await nobodys;
        const isEqual = await engine.compare(password, known ?? nobody);
        return known !== null && isEqual;
      }),
    isOutdated: (stored) => !stored.startsWith(SCHEME) || bcrypt.getRounds(stored.slice(SCHEME.length)) < cost,
  };
}
