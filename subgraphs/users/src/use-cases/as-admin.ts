// What admins do to others: allowed by the table, not only by the token, and written down with the change.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { audited } from '@mosaic/schema/events/audit';
import { may } from '../access.js';
import type { Unit } from '../data/unit-of-work.js';
import type { AuditDetails } from '../domain/audit-entry.js';
import type { Rooms } from './rooms.js';

/** Throws FORBIDDEN for anybody but an admin. `adminIds` are all admins, locked: no admin loses the power half-way. */
export async function asAdmin<T>(
  { transact }: Pick<Rooms, 'transact'>,
  viewer: Viewer,
  work: (unit: Unit, adminIds: readonly string[]) => Promise<T>,
): Promise<T> {
  if (!may.runThePlace(viewer)) throw new AccessError('FORBIDDEN');
  return transact(async (unit) => {
    const adminIds = await unit.users.takeAdmins();
    // The token may be minutes old; the table is not.
    if (!adminIds.includes(viewer.id)) throw new AccessError('FORBIDDEN');
    return work(unit, adminIds);
  });
}

/** Tells the audit trail, in the same commit. `action` is the mutation's name. */
export function announceAudited(
  unit: Unit,
  actorId: string,
  action: string,
  subjectId: string,
  details: AuditDetails,
): void {
  unit.announce(announce(audited, subjectId, { actorId, action, subjectId, details }, unit.now));
}
