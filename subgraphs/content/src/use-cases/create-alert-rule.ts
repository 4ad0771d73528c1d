// Watches a monitor of the asker: from the next reading on, a breach opens an alert.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { AlertRule, type Comparison } from '../domain/alert-rule.js';
import { MOST_RULES } from '../domain/monitor.js';
import { refuse } from '../domain/refusals.js';
import { monitorTurn } from './record-reading.js';
import type { Rooms } from './rooms.js';

export interface CreateAlertRule {
  readonly monitorId: string;
  readonly comparison: Comparison;
  readonly threshold: number;
}

/** Refuses NOT_FOUND, BAD_INPUT, TOO_MANY. */
export async function createAlertRule(
  rooms: Rooms,
  asker: Asker,
  { monitorId, comparison, threshold }: CreateAlertRule,
): Promise<AlertRule | Refusal> {
  if (!Number.isFinite(threshold)) return refuse('BAD_INPUT', { reason: 'this is not a number' }).at('threshold');
  return rooms.transact(monitorTurn(monitorId), async (unit) => {
    const monitor = await unit.monitors.takeForRules(asker, monitorId);
    if (!monitor) return refuse('NOT_FOUND');
    if (monitor.ruleCount > MOST_RULES) return refuse('TOO_MANY', { limit: MOST_RULES });
    const rule: AlertRule = Object.assign(new AlertRule(), {
      id: rooms.mintId('AlertRule'),
      monitorId: monitor.id,
      ownerId: asker.id,
      comparison,
      threshold,
      createdAt: unit.now,
    });
    await unit.monitors.addRule(rule);
    return rule;
  });
}
