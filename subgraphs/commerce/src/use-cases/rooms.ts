// What the use cases work in: everything is opened by subgraph.ts, nothing here is built twice.
import type { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Clock } from '@mosaic/kernel/values/time';
import type { Readers } from '../data/readers/readers.js';
import type { PaymentService } from '../data/stripe/payment-service.js';
import type { Transact } from '../data/unit-of-work.js';

export interface Rooms {
  readonly transact: Transact;
  readonly read: Readers;
  readonly payments: PaymentService;
  readonly seal: CursorSeal;
  readonly grants: GrantSeal;
  readonly clock: Clock;
  readonly mintId: MintId;
  readonly log: Logger;
}
