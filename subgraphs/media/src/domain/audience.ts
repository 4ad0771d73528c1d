// Who belongs to an event, and who is a coach: as far as their owners told us.
import type { Id } from '@mosaic/kernel/values/ids';

/** An event's people now; an older fact that comes late changes nothing. */
export class Audience {
  id: Id<'Event'>;
  userIds: string[];
  knownAt: Date;
}

/** Whether a person is an approved coach. */
export class CoachStanding {
  id: Id<'User'>;
  isApproved: boolean;
  knownAt: Date;
}
