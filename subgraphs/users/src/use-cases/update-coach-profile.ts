// A coach changes what they offer.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { retype } from '@mosaic/kernel/values/ids';
import type { Coach } from '../domain/coach.js';
import { type CoachChange, changeOffer, listed } from '../domain/coach-profile.js';
import { refuse } from '../domain/refusals.js';
import { announceStanding } from './announce-standing.js';
import { readSpecialties } from './read-specialties.js';
import type { Rooms } from './rooms.js';

export interface UpdateCoachProfile extends CoachChange {
  /** The version the change was made from. */
  expectedVersion: number;
  specialtyIds?: readonly string[] | undefined;
}

/** The changed coach. Another time zone is announced. Refuses CONFLICT, BAD_INPUT and NOT_FOUND (no coach, a specialty). */
export const updateCoachProfile = (
  { transact }: Rooms,
  viewer: Viewer,
  { expectedVersion, specialtyIds, ...change }: UpdateCoachProfile,
): Promise<Coach | Refusal> =>
  transact(async (unit) => {
    const user = await unit.users.take(viewer.id);
    const coach = user && (await unit.coaches.find(retype('Coach', user.id)));
    if (!user || !coach) return refuse('NOT_FOUND');
    if (coach.version !== expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    const offer = changeOffer(coach, change);
    if (isRefusal(offer)) return offer;
    const { specialtyIds: kept, timeZone } = coach;
    const chosen = specialtyIds ? await readSpecialties(unit, specialtyIds, kept) : kept;
    if (isRefusal(chosen)) return chosen;
    const changes = { ...offer, ...listed(user, offer.headline), specialtyIds: chosen };
    const changed = await unit.coaches.change(coach, changes);
    if (offer.timeZone !== timeZone) announceStanding(unit, changed, user);
    return changed;
  });
