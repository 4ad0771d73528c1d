// What the use cases work in: everything is opened by subgraph.ts, nothing here is built twice.
import type { LiveLog, WakeUps } from '@mosaic/kernel/live/live-event';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Clock } from '@mosaic/kernel/values/time';
import type { LookAhead } from '../data/readers/look-ahead.js';
import type { Readers } from '../data/readers/readers.js';
import type { Turns } from '../data/turns.js';
import type { Transact } from '../data/unit-of-work.js';
import type { CalendarNews } from '../domain/calendar.js';

export interface Rooms {
  readonly transact: Transact;
  readonly read: Readers;
  readonly turns: Turns;
  readonly lookAhead: LookAhead;
  readonly calendarLog: LiveLog<CalendarNews>;
  readonly wakeUps: WakeUps;
  readonly seal: CursorSeal;
  readonly clock: Clock;
  readonly mintId: MintId;
  readonly log: Logger;
}
