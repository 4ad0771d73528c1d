// A guest who became somebody: what the guest held belongs to the first account that brought their token.
import type { Id } from '@mosaic/kernel/values/ids';
import { days, type Milliseconds } from '@mosaic/kernel/values/time';

/** Longer than a guest token lives: afterwards nobody can bring it again. */
export const ADOPTION_REMEMBERED: Milliseconds = days(31);

export class AdoptedGuest {
  guestId: Id<'Guest'>;
  userId: Id<'User'>;
  adoptedAt: Date;
}
