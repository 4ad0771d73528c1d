// An admin gives somebody a role.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { AccessError, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { may } from '../access.js';
import { refuse } from '../domain/refusals.js';
import type { Role, User } from '../domain/user.js';
import { applyRole } from './apply-role.js';
import type { Rooms } from './rooms.js';

/** Throws FORBIDDEN for anybody but an admin. Refuses LAST_ADMIN and NOT_FOUND. */
export async function changeUserRole(
  { transact }: Rooms,
  viewer: Viewer,
  { userId, role }: { userId: string; role: Role },
): Promise<User | Refusal> {
  if (!may.changeRoles(viewer)) throw new AccessError('FORBIDDEN');
  return transact(async (unit) => {
    const adminIds = await unit.users.takeAdmins();
    // The token may be minutes old; the table is not.
    if (!adminIds.includes(viewer.id)) throw new AccessError('FORBIDDEN');
    const user = isIdOf('User', userId) ? await unit.users.take(userId) : null;
    return user ? applyRole(unit, user, role, adminIds) : refuse('NOT_FOUND').at('userId');
  });
}
