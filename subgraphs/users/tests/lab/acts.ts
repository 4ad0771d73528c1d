// Audited events as they arrive, and the chain as it is read.
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { audited } from '@mosaic/schema/events/audit';
import { applyOnceIn } from '../../src/events/apply-once.js';
import { onAudited } from '../../src/events/on-audited.js';
import { verifyAuditChain } from '../../src/use-cases/verify-audit-chain.js';
import type { Lab } from './open-lab.js';
import { as } from './people.js';

const occurredAt = new Date('2026-11-21T08:00:00.000Z');

export const newAct = (subjectId: string = mintId('Product'), details = {}): OutboxEvent => {
  const payload = { actorId: mintId('User'), action: 'archiveProduct', subjectId, details };
  return announce(audited, subjectId, payload, occurredAt);
};

/** As the consumer does; true when it was applied now. */
export const deliver = ({ rooms }: Lab, event: OutboxEvent): Promise<boolean> =>
  applyOnceIn(rooms.transact)(onAudited.name, event.id, (unit) => onAudited.react(event as OutboxEvent<never>, unit));

export const verify = ({ rooms }: Lab) => verifyAuditChain(rooms, as(mintId('User'), 'ADMIN'));
