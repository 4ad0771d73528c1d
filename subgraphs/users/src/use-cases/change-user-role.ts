// An admin gives somebody a role.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { refuse } from '../domain/refusals.js';
import type { Role, User } from '../domain/user.js';
import { applyRole } from './apply-role.js';
import { asAdmin } from './as-admin.js';
import type { Rooms } from './rooms.js';

/** Throws FORBIDDEN for anybody but an admin. Refuses LAST_ADMIN and NOT_FOUND. */
export const changeUserRole = (
  rooms: Rooms,
  viewer: Viewer,
  { userId, role }: { userId: string; role: Role },
): Promise<User | Refusal> =>
  asAdmin(rooms, viewer, async (unit, adminIds) => {
    const user = isIdOf('User', userId) ? await unit.users.take(userId) : null;
    return user ? applyRole(unit, viewer.id, user, role, adminIds) : refuse('NOT_FOUND').at('userId');
  });
