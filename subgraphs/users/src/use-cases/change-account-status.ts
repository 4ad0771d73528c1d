// An admin suspends an account, or lets its owner in again.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf, retype } from '@mosaic/kernel/values/ids';
import type { Unit } from '../data/unit-of-work.js';
import { refuseSuspension } from '../domain/change-role.js';
import { readReason } from '../domain/coach-profile.js';
import { refuse } from '../domain/refusals.js';
import type { AccountStatus, User } from '../domain/user.js';
import { announceStanding } from './announce-standing.js';
import { announceAudited, asAdmin } from './as-admin.js';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';

export interface ChangeAccountStatus {
  userId: string;
  reason: string;
}

/**
 * Ends all sessions of the person and announces them, so that routers refuse their tokens and close their sockets; from
 * now on signing in is refused. A listed coach is listed no more. Doing it again changes nothing.
 * Throws FORBIDDEN for anybody but an admin. Refuses OWN_ACCOUNT, NOT_FOUND and BAD_INPUT.
 */
export const suspendUser = (rooms: Rooms, viewer: Viewer, input: ChangeAccountStatus): Promise<User | Refusal> =>
  changeStatus(rooms, viewer, input, 'SUSPENDED');

/** The owner may sign in again, with the role and everything else as it was. Throws and refuses likewise. */
export const reinstateUser = (rooms: Rooms, viewer: Viewer, input: ChangeAccountStatus): Promise<User | Refusal> =>
  changeStatus(rooms, viewer, input, 'ACTIVE');

const actions: Readonly<Record<AccountStatus, string>> = { SUSPENDED: 'suspendUser', ACTIVE: 'reinstateUser' };

const changeStatus = (rooms: Rooms, viewer: Viewer, input: ChangeAccountStatus, status: AccountStatus) =>
  asAdmin(rooms, viewer, async (unit): Promise<User | Refusal> => {
    const reason = readReason(input.reason);
    if (isRefusal(reason)) return reason;
    const user = isIdOf('User', input.userId) ? await unit.users.take(input.userId) : null;
    if (!user) return refuse('NOT_FOUND').at('userId');
    const refusal = refuseSuspension(user, viewer.id);
    if (refusal) return refusal;
    if (user.status === status) return user;
    announceAudited(unit, viewer.id, actions[status], user.id, { reason });
    const changed = await unit.users.changeStatus(user, status);
    if (status === 'SUSPENDED') announceEnded(unit, user.id, await unit.sessions.endAll(user.id));
    await tellOfCoach(unit, changed);
    return changed;
  });

async function tellOfCoach(unit: Unit, user: User): Promise<void> {
  const coach = await unit.coaches.find(retype('Coach', user.id));
  if (coach?.standing === 'APPROVED') announceStanding(unit, coach, user);
}
