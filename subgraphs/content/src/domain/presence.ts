// Presence: whether a person has a live connection to any router. ONLINE if and only if a lease is held, or was a moment ago.
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';

export type PresenceStatus = 'ONLINE' | 'OFFLINE';

export class Presence {
  status: PresenceStatus;
  /** Null when the person was never seen. */
  lastSeenAt: Date | null;
}

/** A page that reloads is gone for a moment; nobody should see that. */
export const RECONNECT_GRACE: Milliseconds = seconds(2);
