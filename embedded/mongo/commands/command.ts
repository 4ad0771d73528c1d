// The shape of a command, and what all of them may use.
import type { Long } from 'bson';
import type { Session, Sessions } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import type { Transaction } from '../store/transaction.js';
import type { Document } from '../values/types.js';
import type { Cursors } from './cursors.js';

/** What the server holds, shared by all connections. */
export interface Parts {
  store: Store;
  sessions: Sessions;
  cursors: Cursors;
}

export interface Connection {
  readonly id: number;
  /** host:port of this server, as the client should know it. */
  readonly server: string;
}

export interface CommandContext extends Parts {
  connection: Connection;
  database: string;
  session: Session | null;
  transaction: Transaction | null;
  /** Set inside a transaction: its number in the session. */
  transactionNumber: Long | null;
  /** Set for a retryable write, never inside a transaction: its number in the session. */
  retryNumber: Long | null;
  /** From maxTimeMS, in milliseconds since the epoch: until then a write waits for open transactions. */
  deadline: number;
}

/** A batch of documents goes out as raw bytes, beside the fields of an ordinary reply. */
export interface CursorBatch {
  name: 'firstBatch' | 'nextBatch';
  documents: Uint8Array[];
  id: Long;
  namespace: string;
}

/** `ok: 1` is added by the wire. */
export type Reply = { fields: Record<string, unknown> } | { cursor: CursorBatch };

export const reply = (fields: Record<string, unknown> = {}): Reply => ({ fields });

export interface Command {
  /** Options that are understood; any other one is refused by name. */
  accepts: readonly string[];
  /** Options that are understood by MongoDB only: refused as unsupported unless they are absent, null or false. */
  refuses?: readonly string[];
  /** May run inside a multi-document transaction. */
  transactional?: boolean;
  run(command: Document, context: CommandContext): Reply | Promise<Reply>;
}
