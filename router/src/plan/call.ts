// What everything behind the walls may know about one client's operation: handed through the executor to the fetches.
import type { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { Locale, Viewer } from '@mosaic/kernel/identity/viewer';
import type { Logger } from '@mosaic/kernel/telemetry/logger';

/** What goes on to subgraphs as the client sent it. Empty for Mosaic, where the caller assertion says who asks. */
export interface PassedOn {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The payload of the client's connection_init. */
  readonly connectionParams: Readonly<Record<string, unknown>> | null;
}

export const nothingPassedOn: PassedOn = { headers: {}, connectionParams: null };

export interface Call {
  readonly viewer: Viewer | null;
  /** The guest whose token came along, with or without a viewer: an id of the type Guest. */
  readonly guest: string | null;
  readonly passedOn: PassedOn;
  /** Two calls of one access see the same: they may share an answer or a stream. Calls of two viewers never have it. */
  readonly access: string;
  readonly locale: Locale;
  readonly requestId: string;
  readonly deadline: Deadline;
  /** Whether the client has left meanwhile: looked at, not listened to, because listening costs more than most calls. */
  readonly hasLeft: boolean;
  readonly log: Logger;
}
