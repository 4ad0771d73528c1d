/** What the server remembers about one client. */

import type { Reply } from '../wire/reply.js';
import type { Protocol } from '../wire/write-resp.js';
import type { Command } from './command.js';

export interface Transaction {
  readonly queued: { command: Command; argv: string[] }[];
  /** A command was refused while queueing: EXEC will refuse too. */
  refused: boolean;
}

/** The side of a session that owns the socket. */
export interface SessionLink {
  /** Host and port of the client. */
  readonly address: string;
  /** Writes a reply or a pushed message, after everything written before. */
  send(reply: Reply): void;
  /** Ends the connection once everything written so far has been sent. */
  close(): void;
}

export class Session {
  protocol: Protocol = 2;
  name = '';
  database = 0;
  transaction: Transaction | undefined;
  /** Watched keys as `<database>:<key>`. */
  readonly watched = new Set<string>();
  /** A watched key was touched since. */
  watchBroken = false;
  readonly channels = new Set<string>();
  readonly patterns = new Set<string>();
  readonly connectedAt = Date.now();

  constructor(
    readonly id: number,
    readonly link: SessionLink,
  ) {}

  get subscriptions(): number {
    return this.channels.size + this.patterns.size;
  }
}
