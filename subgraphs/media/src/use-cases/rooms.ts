// What the use cases work in: everything is opened by subgraph.ts, nothing here is built twice.
import type { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Clock, Milliseconds } from '@mosaic/kernel/values/time';
import type { FileStore } from '../data/bytes/file-store.js';
import type { Workshop } from '../data/bytes/workshop.js';
import type { Readers } from '../data/readers/readers.js';
import type { LinkSeal } from '../data/seals/link-seal.js';
import type { TicketSeal } from '../data/seals/ticket-seal.js';
import type { Transact } from '../data/unit-of-work.js';

export interface Limits {
  /** Bytes of originals that one person may keep. */
  readonly quotaBytes: number;
  /** The largest lesson video. */
  readonly videoBytes: number;
  /** An upload that brings less than 64 KiB in this time is given up. */
  readonly patience: Milliseconds;
}

export interface Rooms {
  readonly transact: Transact;
  readonly read: Readers;
  readonly files: FileStore;
  readonly workshop: Workshop;
  readonly limits: Limits;
  readonly seal: CursorSeal;
  readonly grants: GrantSeal;
  readonly tickets: TicketSeal;
  readonly links: LinkSeal;
  readonly clock: Clock;
  readonly mintId: MintId;
  readonly log: Logger;
}
