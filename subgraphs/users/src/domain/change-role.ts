// The rule of roles and suspension: somebody can always run the place.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from './refusals.js';
import type { Role, User } from './user.js';

const isLastAdmin = (user: Pick<User, 'id'>, adminIds: readonly string[]): boolean =>
  adminIds.length === 1 && adminIds[0] === user.id;

/** Null when the change may be made. `adminIds` are all admins who may sign in, locked. */
export const refuseRoleChange = (user: Pick<User, 'id'>, role: Role, adminIds: readonly string[]): Refusal | null =>
  isLastAdmin(user, adminIds) && role !== 'ADMIN' ? refuse('LAST_ADMIN').at('role') : null;

/** Null when `adminId` may suspend the person: anybody but themselves, so that one admin is always left. */
export const refuseSuspension = (user: Pick<User, 'id'>, adminId: string): Refusal | null =>
  user.id === adminId ? refuse('OWN_ACCOUNT').at('userId') : null;
