// Who asks, and until when an answer is of use. Much here is public, so an asker may be nobody at all.
import type { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { Viewer } from '@mosaic/kernel/identity/viewer';

export interface Asker {
  readonly viewer: Viewer | null;
  /** Whose cart it is when nobody is signed in: an id of the type Guest. */
  readonly guest: string | null;
  /** Absent when nobody waits on the other end: reactions to events, seeding. */
  readonly deadline?: Deadline;
}

/** Under which id the asker buys; null for somebody who is neither signed in nor a guest. */
export const buyerIdOf = ({ viewer, guest }: Asker): string | null => viewer?.id ?? guest;

/** For reads that decide nothing about what somebody sees. */
export const systemAsker: Asker = { viewer: null, guest: null };
