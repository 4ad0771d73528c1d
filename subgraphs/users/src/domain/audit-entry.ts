// One privileged act in a chain: each entry's digest covers all of it and the digest before it, so that no entry can be
// changed, moved, put in or taken out unnoticed.
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What happened, as it was announced. */
export interface Act {
  /** Made from the event's id: one event, one entry. */
  readonly id: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectId: string;
  readonly details: AuditDetails;
  readonly occurredAt: Date;
}

export class AuditEntry {
  id: string;
  /** 1, 2, 3 ... without a gap. */
  position: number;
  actorId: string;
  action: string;
  subjectId: string;
  /** Canonical JSON, exactly as it is covered by the digest. */
  details: string;
  occurredAt: Date;
  previousDigest: string;
  digest: string;
}

/** Where a chain ends. */
export type ChainHead = Pick<AuditEntry, 'position' | 'digest'>;

/** Where every chain begins. */
export const genesis: ChainHead = { position: 0, digest: '0'.repeat(64) };

/** The entry that follows `head`. */
export function chainAct(head: ChainHead, { details, ...act }: Act): AuditEntry {
  const placed = { ...act, details: canonicalJson(details), position: head.position + 1, previousDigest: head.digest };
  return Object.assign(new AuditEntry(), placed, { digest: digestOf(placed) });
}

/** Null when `entry` follows `head` and is what was once written; otherwise what is wrong with it. */
export function findBreak(head: ChainHead, entry: AuditEntry): string | null {
  if (entry.position !== head.position + 1) return 'an entry is missing before this one';
  if (entry.previousDigest !== head.digest) return 'this entry does not continue the one before it';
  return entry.digest === digestOf(entry) ? null : 'this entry was changed';
}

/** SHA-256 in hex over the canonical JSON of everything else in the entry. */
const digestOf = (entry: Omit<AuditEntry, 'digest'>): string =>
  createHash('sha256')
    .update(
      canonicalJson([
        entry.position,
        entry.previousDigest,
        entry.id,
        entry.actorId,
        entry.action,
        entry.subjectId,
        entry.details,
        entry.occurredAt.toISOString(),
      ]),
    )
    .digest('hex');
