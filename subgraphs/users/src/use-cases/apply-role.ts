// Gives a person a role, whoever decided it.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Unit } from '../data/unit-of-work.js';
import { refuseRoleChange } from '../domain/change-role.js';
import type { Role, User } from '../domain/user.js';
import { announceAudited } from './as-admin.js';
import { announceEnded } from './begin-session.js';

/**
 * A role stands in every access token, so changing it ends the person's sessions: no token with the old role outlives
 * the change by more than seconds, and the next sign-in brings the new one. Audited as `actorId`'s. Refuses LAST_ADMIN.
 */
export async function applyRole(
  unit: Unit,
  actorId: string,
  user: User,
  role: Role,
  adminIds: readonly string[],
): Promise<User | Refusal> {
  const refusal = refuseRoleChange(user, role, adminIds);
  if (refusal) return refusal;
  if (user.role === role) return user;
  announceAudited(unit, actorId, 'changeUserRole', user.id, { from: user.role, to: role });
  const changed = await unit.users.changeRole(user, role);
  announceEnded(unit, user.id, await unit.sessions.endAll(user.id));
  return changed;
}
