// An admin decides about a coach.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf, retype } from '@mosaic/kernel/values/ids';
import type { Unit } from '../data/unit-of-work.js';
import type { Coach, CoachDecision } from '../domain/coach.js';
import { readReason, refuseDecision } from '../domain/coach-profile.js';
import { refuse } from '../domain/refusals.js';
import type { User } from '../domain/user.js';
import { announceStanding } from './announce-standing.js';
import { announceAudited, asAdmin } from './as-admin.js';
import { announceEnded } from './begin-session.js';
import type { Rooms } from './rooms.js';

export interface ReviewCoach {
  coachId: string;
  decision: CoachDecision;
  reason: string;
}

/**
 * Deciding the same again changes nothing. Who is approved gets the role COACH, who is withdrawn loses it.
 * Throws FORBIDDEN for anybody but an admin. Refuses WRONG_STANDING, NOT_FOUND and BAD_INPUT.
 */
export const reviewCoach = (
  rooms: Rooms,
  viewer: Viewer,
  { coachId, decision, reason }: ReviewCoach,
): Promise<Coach | Refusal> =>
  asAdmin(rooms, viewer, async (unit) => {
    const decisionReason = readReason(reason);
    if (isRefusal(decisionReason)) return decisionReason;
    const user = isIdOf('Coach', coachId) ? await unit.users.take(retype('User', coachId)) : null;
    const coach = user && (await unit.coaches.find(coachId));
    if (!user || !coach) return refuse('NOT_FOUND').at('coachId');
    if (coach.standing === decision) return coach;
    const refusal = refuseDecision(coach.standing, decision);
    if (refusal) return refusal;
    announceAudited(unit, viewer.id, 'reviewCoach', coach.id, {
      from: coach.standing,
      to: decision,
      reason: decisionReason,
    });
    const changed = await unit.coaches.change(coach, { standing: decision, decisionReason });
    await followWithRole(unit, user, decision);
    announceStanding(unit, changed, user);
    return changed;
  });

/** More power may wait for the next access token, so nobody is signed out for it; less power may not. */
async function followWithRole(unit: Unit, user: User, decision: CoachDecision): Promise<void> {
  if (decision === 'APPROVED' && user.role === 'USER') await unit.users.changeRole(user, 'COACH');
  if (decision === 'APPROVED' || user.role !== 'COACH') return;
  await unit.users.changeRole(user, 'USER');
  announceEnded(unit, user.id, await unit.sessions.endAll(user.id));
}
