// The system gives somebody a role: how the first admin comes to be. Reached from the command line and by the demo
// world, by nobody over the network.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from '../domain/refusals.js';
import type { Role, User } from '../domain/user.js';
import { applyRole } from './apply-role.js';
import type { Rooms } from './rooms.js';

/** Who acted, in the audit trail, when nobody did who has an account. */
const SYSTEM = 'system';

/** Refuses NOT_FOUND and LAST_ADMIN. */
export const grantRole = (
  { transact }: Pick<Rooms, 'transact'>,
  { email, role }: { email: string; role: Role },
): Promise<User | Refusal> =>
  transact(async (unit) => {
    const adminIds = await unit.users.takeAdmins();
    const user = await unit.users.takeByEmail(email.trim());
    return user ? applyRole(unit, SYSTEM, user, role, adminIds) : refuse('NOT_FOUND');
  });
