// Reads the whole audit trail and checks that nothing in it was changed, put in or taken out.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { may } from '../access.js';
import { type ChainHead, findBreak, genesis } from '../domain/audit-entry.js';
import type { Rooms } from './rooms.js';

const BATCH = 1_000;

export interface ChainReport {
  isIntact: boolean;
  /** How many entries were good, from the first one on. */
  entryCount: number;
  /** The digest of the last good entry: noted elsewhere, it shows later that the trail up to here is the same. */
  digest: string;
  /** The position at which it breaks, and why; null while it is intact. */
  brokenAt: number | null;
  reason: string | null;
}

/** As far as the chain went when this began; it may grow meanwhile. A batch at a time. Throws FORBIDDEN. */
export async function verifyAuditChain({ audit }: Pick<Rooms, 'audit'>, viewer: Viewer): Promise<ChainReport> {
  if (!may.runThePlace(viewer)) throw new AccessError('FORBIDDEN');
  const end = await audit.systemHead();
  let last: ChainHead = genesis;
  while (last.position < end.position) {
    const entries = await audit.systemAfter(last.position, Math.min(BATCH, end.position - last.position));
    for (const entry of entries) {
      const reason = findBreak(last, entry);
      if (reason) return broken(last, reason);
      last = entry;
    }
    if (entries.length === 0) return broken(last, 'the last entries are missing');
  }
  if (last.digest !== end.digest) return broken(last, 'the end of the trail is another one');
  return { isIntact: true, entryCount: last.position, digest: last.digest, brokenAt: null, reason: null };
}

const broken = ({ position, digest }: ChainHead, reason: string): ChainReport => ({
  isIntact: false,
  entryCount: position,
  digest,
  brokenAt: position + 1,
  reason,
});
