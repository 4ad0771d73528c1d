// What everything behind the walls may know about one client's operation: handed through the executor to the fetches.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { Locale, Viewer } from '@mosaic/kernel/identity/viewer';
import type { Logger } from '@mosaic/kernel/telemetry/logger';

export interface Call {
  readonly viewer: Viewer | null;
  /** The guest whose token came along, with or without a viewer: an id of the type Guest. */
  readonly guest: string | null;
  readonly locale: Locale;
  readonly requestId: string;
  readonly deadline: Deadline;
  /** Aborted when the client leaves. */
  readonly gone: AbortSignal;
  readonly log: Logger;
}

/** The same call with a fresh budget: one event of a stream. */
export const nextCall = (call: Call, budget: number): Call => ({ ...call, deadline: Deadline.in(budget) });
