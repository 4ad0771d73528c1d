// What the journal records. Every entry states a result, not a change: replaying one twice does no harm.
import { Binary, type Long } from 'bson';
import type { Document, Value } from '../values/types.js';

export type JournalEntry =
  | { op: 'put'; ns: string; raw: Binary }
  | { op: 'remove'; ns: string; id: Value }
  | { op: 'create'; ns: string; options: Document }
  | { op: 'drop'; ns: string }
  | { op: 'index'; ns: string; spec: Document }
  | { op: 'dropIndex'; ns: string; name: string }
  /** The outcome of one retryable write, by session, transaction number and statement. */
  | { op: 'statement'; session: string; number: Long; index: number; outcome: Document }
  | { op: 'committed'; session: string; number: Long }
  | { op: 'endSession'; session: string };

export const putEntry = (ns: string, raw: Uint8Array): JournalEntry => ({ op: 'put', ns, raw: new Binary(raw) });
