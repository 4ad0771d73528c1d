// A coach: as the graph shows one here, and what this subgraph was told of their standing.
import type { Id } from '@mosaic/kernel/values/ids';

export class Coach {
  constructor(readonly id: Id<'Coach'>) {}
}

export class CoachStanding {
  id: Id<'Coach'>;
  userId: Id<'User'>;
  standing: 'APPLIED' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN';
  /** When the newest event about it occurred; an older one that comes late changes nothing. */
  knownAt: Date;
}
