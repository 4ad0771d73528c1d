// One document's versions. Readers outside transactions see the newest committed one; a transaction sees what was
// committed when it began, and its own writes.
import type { Document } from '../values/types.js';
import type { Transaction } from './transaction.js';

/** A document as stored: its BSON bytes and their decoded form. Both are never changed. */
export interface Stored {
  readonly raw: Uint8Array;
  readonly document: Document;
}

/** `stored` is null for a deletion; `sequence` numbers the commit that wrote it. */
export interface Version {
  readonly stored: Stored | null;
  readonly sequence: number;
  older: Version | null;
}

export interface Row {
  readonly id: string;
  latest: Version | null;
  /** A write of an open transaction: at most one transaction writes a row at a time. */
  pending: { by: Transaction; stored: Stored | null } | null;
}

export function visible(row: Row, transaction: Transaction | null): Stored | null {
  if (!transaction) return row.latest?.stored ?? null;
  if (row.pending?.by === transaction) return row.pending.stored;
  let version = row.latest;
  while (version && version.sequence > transaction.snapshot) version = version.older;
  return version?.stored ?? null;
}

/** True when readers may see different versions of this row. */
export const isUnsettled = (row: Row): boolean => row.pending !== null || row.latest?.older != null;

/** All documents that some reader can still see. */
export function versionsOf(row: Row): Stored[] {
  const found: Stored[] = [];
  if (row.pending?.stored) found.push(row.pending.stored);
  for (let version = row.latest; version; version = version.older) if (version.stored) found.push(version.stored);
  return found;
}
