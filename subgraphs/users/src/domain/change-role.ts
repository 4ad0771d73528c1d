// The rule of roles: somebody can always run the place.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from './refusals.js';
import type { Role, User } from './user.js';

/** Null when the change may be made. `adminIds` are all admins there are, locked. */
export function refuseRoleChange(user: Pick<User, 'id'>, role: Role, adminIds: readonly string[]): Refusal | null {
  const isLastAdmin = adminIds.length === 1 && adminIds[0] === user.id;
  return isLastAdmin && role !== 'ADMIN' ? refuse('LAST_ADMIN').at('role') : null;
}
