// An alert: a breach somebody should look at. Its states and the ways between them are one table.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import { refuse } from './refusals.js';

export type AlertStatus = 'OPEN' | 'ACKNOWLEDGED' | 'RESOLVED';

const next: Readonly<Record<AlertStatus, readonly AlertStatus[]>> = {
  OPEN: ['ACKNOWLEDGED', 'RESOLVED'],
  ACKNOWLEDGED: ['RESOLVED'],
  RESOLVED: [],
};

/** The states in which an alert stands for its breach: a rule has at most one such alert. */
export const unresolved: readonly AlertStatus[] = ['OPEN', 'ACKNOWLEDGED'];

export class Alert {
  id: Id<'Alert'>;
  ruleId: Id<'AlertRule'>;
  monitorId: Id<'Monitor'>;
  ownerId: Id<'User'>;
  status: AlertStatus;
  /** The reading that opened it, and the threshold it breached then. */
  value: number;
  threshold: number;
  openedAt: Date;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
}

/** Refuses ILLEGAL_TRANSITION unless the table has the way. */
export function checkTransition(from: AlertStatus, to: AlertStatus): Refusal | null {
  if (next[from].includes(to)) return null;
  return refuse('ILLEGAL_TRANSITION', { from, to, allowed: next[from].join(' or ') || 'nothing else' });
}

/** What an owner's log says about one of their alerts. */
export interface AlertEntry {
  readonly alertId: Id<'Alert'>;
  readonly status: AlertStatus;
}
