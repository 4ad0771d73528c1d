// Refresh tokens: each works once, and is replaced by its successor. A spent one shown again means theft, or a reply
// that got lost; this file tells them apart.
import type { Id } from '@mosaic/kernel/values/ids';
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';

/** How long a spent token is answered with the successor it already has (lost replies, several tabs). */
export const OVERLAP: Milliseconds = seconds(10);

export class RefreshToken {
  /** SHA-256 of the token: the token itself is stored nowhere. */
  hash: string;
  sessionId: Id<'Session'>;
  /** The token this one replaced; unique, so a token never has two successors. */
  parentHash: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  /** Makes the successor together with the token itself; forgotten as soon as the successor is spent in turn. */
  successorSeed: string | null;
}

/** UNKNOWN: never ours. OVER: expired, or its session is. OVERLAP: answer with the same successor. REUSED: end the session. */
export type Verdict = 'UNKNOWN' | 'OVER' | 'OVERLAP' | 'REUSED';

/** What to make of a token that could not be spent. */
export function judgeUnspendable(token: RefreshToken | null, isSessionLive: boolean, now: Date): Verdict {
  if (!token) return 'UNKNOWN';
  if (!isSessionLive || !token.usedAt) return 'OVER';
  const isRecent = now.getTime() - token.usedAt.getTime() <= OVERLAP;
  return isRecent && token.successorSeed ? 'OVERLAP' : 'REUSED';
}
