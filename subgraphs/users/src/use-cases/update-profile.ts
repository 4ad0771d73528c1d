// Changes what others see of the viewer.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { retype } from '@mosaic/kernel/values/ids';
import { profileChanged } from '@mosaic/schema/events/users';
import { listed } from '../domain/coach-profile.js';
import { changeProfile, type ProfileChange } from '../domain/profile.js';
import { refuse } from '../domain/refusals.js';
import type { User } from '../domain/user.js';
import type { Rooms } from './rooms.js';

export interface UpdateProfile extends ProfileChange {
  /** The version the change was made from. */
  expectedVersion: number;
}

/** The changed person. Refuses CONFLICT when somebody changed the profile since, BAD_INPUT, and NOT_FOUND. */
export const updateProfile = (
  { transact }: Rooms,
  viewer: Viewer,
  { expectedVersion, ...change }: UpdateProfile,
): Promise<User | Refusal> =>
  transact(async (unit) => {
    const user = await unit.users.take(viewer.id);
    if (!user) return refuse('NOT_FOUND');
    if (user.version !== expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    const profile = changeProfile(user, change);
    if (isRefusal(profile)) return profile;
    const changed = await unit.users.changeProfile(user, profile);
    const coach = await unit.coaches.find(retype('Coach', user.id));
    if (coach) await unit.coaches.rename(coach, listed(changed, coach.headline));
    const { id: userId, displayName, locale } = changed;
    unit.announce(announce(profileChanged, userId, { userId, displayName, locale }, unit.now));
    return changed;
  });
