// A coach, as far as booking needs to know: whether they may be booked, and where their clock is.
import type { Id } from '@mosaic/kernel/values/ids';

/** What the graph calls a coach; the id is that of the person, retyped. */
export class Coach {
  constructor(readonly id: string) {}
}

/** What was announced of a coach. */
export class CoachStanding {
  userId: Id<'User'>;
  standing: 'APPLIED' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN';
  /** IANA. */
  timeZone: string;
  /** When this was said; what was said earlier does not undo it. */
  knownAt: Date;
}
