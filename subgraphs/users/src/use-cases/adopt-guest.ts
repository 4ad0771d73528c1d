// Somebody who was a guest has an account now: the other subgraphs are told whose the guest's things are.
import { announce } from '@mosaic/kernel/outbox/event';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { guestAdopted } from '@mosaic/schema/events/users';
import type { Unit } from '../data/unit-of-work.js';
import type { User } from '../domain/user.js';

/** Once per guest: whoever brings the token a second time, whether the same person or another, gets nothing. */
export async function adoptGuest(unit: Unit, user: User, guestId: string | null | undefined): Promise<void> {
  if (!guestId || !isIdOf('Guest', guestId)) return;
  if (!(await unit.guests.adopt(guestId, user.id))) return;
  unit.announce(announce(guestAdopted, guestId, { guestId, userId: user.id }, unit.now));
}
