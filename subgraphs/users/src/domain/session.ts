// A session: one sign-in on one device, and the family of refresh tokens that grew from it.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Id } from '@mosaic/kernel/values/ids';
import { days, later, type Milliseconds } from '@mosaic/kernel/values/time';

/** A session that is not refreshed for so long is over. */
export const IDLE_LIFETIME: Milliseconds = days(30);
/** However busy, a session ends after this; then the person signs in again. */
export const ABSOLUTE_LIFETIME: Milliseconds = days(90);
/** Signing in once more ends the session that was quiet the longest. */
export const MOST_SESSIONS = 50;
/** How long a session that is over is kept: its spent tokens still tell a thief from a stranger. */
export const REMEMBERED: Milliseconds = days(30);
const LONGEST_DEVICE = 100;

export class Session {
  id: Id<'Session'>;
  userId: Id<'User'>;
  /** What the person calls the device, e.g. "Firefox on Linux". */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** When it was ended before its time, and null while it lives. */
  endedAt: Date | null;
}

export const isLiving = ({ endedAt, expiresAt }: Session, now: Date): boolean => endedAt === null && expiresAt > now;

/** When a token issued now stops working: the idle lifetime, but never past its session. */
export function tokenExpiry(now: Date, session: Pick<Session, 'expiresAt'>): Date {
  const idle = later(now, IDLE_LIFETIME);
  return idle < session.expiresAt ? idle : session.expiresAt;
}

/** What cannot be a name is no reason to refuse a sign-in. */
export function deviceNamed(text: string | null | undefined): string {
  const beginning = [...(text ?? '')].slice(0, LONGEST_DEVICE).join('');
  const device = cleanText(beginning, { longest: LONGEST_DEVICE, lines: 'one' });
  return isRefusal(device) ? 'Unknown device' : device;
}
