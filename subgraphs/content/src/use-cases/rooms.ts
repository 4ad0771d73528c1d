// What the use cases work in: everything is opened by subgraph.ts, nothing here is built twice.
import type { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { LiveLog, WakeUps } from '@mosaic/kernel/live/live-event';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Clock } from '@mosaic/kernel/values/time';
import type { PresenceBoard } from '../data/live/presence-board.js';
import type { TypingBoard } from '../data/live/typing-board.js';
import type { Readers } from '../data/readers/readers.js';
import type { Sightings } from '../data/sightings.js';
import type { Transact } from '../data/unit-of-work.js';
import type { AlertEntry } from '../domain/alert.js';
import type { NotificationEntry } from '../domain/notification.js';
import type { InboxEntry, RoomEvent } from '../domain/room-event.js';

export interface Rooms {
  readonly transact: Transact;
  readonly read: Readers;
  readonly logs: {
    readonly room: LiveLog<RoomEvent>;
    readonly inbox: LiveLog<InboxEntry>;
    readonly alerts: LiveLog<AlertEntry>;
    readonly notifications: LiveLog<NotificationEntry>;
  };
  readonly wakeUps: WakeUps;
  readonly typing: TypingBoard;
  readonly presence: PresenceBoard;
  readonly sightings: Sightings;
  readonly seal: CursorSeal;
  /** Our word to media that a viewer may see what hangs on something of ours. */
  readonly grants: GrantSeal;
  readonly clock: Clock;
  readonly mintId: MintId;
  readonly log: Logger;
}
