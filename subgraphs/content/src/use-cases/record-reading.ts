// Takes a reading of the asker's own monitor and judges it against the rules. Safe to retry with the same key.
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import { later, minutes } from '@mosaic/kernel/values/time';
import { alertOpened } from '@mosaic/schema/events/content';
import type { Asker } from '../data/asker.js';
import type { Unit } from '../data/unit-of-work.js';
import { Alert } from '../domain/alert.js';
import type { AlertRule } from '../domain/alert-rule.js';
import { judgeReading } from '../domain/judge-reading.js';
import { type Monitor, Reading } from '../domain/monitor.js';
import { refuse } from '../domain/refusals.js';
import { alertTopic, notificationTopic } from '../domain/topics.js';
import type { Rooms } from './rooms.js';

export interface RecordReading {
  readonly idempotencyKey: string;
  readonly monitorId: string;
  readonly value: number;
  readonly at: Date;
}

/** How far ahead of ours a measuring device's clock may be: a reading from the far future would silence all later ones. */
const CLOCK_TOLERANCE = minutes(5);

export const monitorTurn = (monitorId: string): string => `monitor ${monitorId}`;

/** Refuses NOT_FOUND, BAD_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function recordReading(rooms: Rooms, asker: Asker, input: RecordReading): Promise<Reading | Refusal> {
  const { idempotencyKey: key, monitorId, at } = input;
  if (!Number.isFinite(input.value)) return refuse('BAD_INPUT', { reason: 'this is not a number' }).at('value');
  if (!(at <= later(rooms.clock.now(), CLOCK_TOLERANCE)))
    return refuse('BAD_INPUT', { reason: 'a reading is not taken in the future' }).at('at');
  const value = input.value + 0; // -0 becomes 0

  const readingId = await rooms.transact(
    [monitorTurn(monitorId), alertTopic(asker.id), notificationTopic(asker.id)],
    (unit) => {
      const request = {
        actor: asker.id,
        operation: 'recordReading',
        key,
        input: { monitorId, value, at },
        now: unit.now,
      };
      return unit.once(request, async () => {
        const monitor = await unit.monitors.takeForReading(asker, monitorId);
        if (!monitor) return refuse('NOT_FOUND');
        const reading: Reading = Object.assign(new Reading(), {
          id: rooms.mintId('Reading'),
          monitorId: monitor.id,
          ownerId: asker.id,
          value,
          at,
          number: monitor.readingCount,
        });
        const rules = await unit.monitors.rulesOf(monitor);
        const alerts = rules.length > 0 ? await unit.alerts.unresolvedOf(monitor) : [];
        const { toOpen, toResolve } = judgeReading(reading, monitor.latestAt, rules, alerts);
        await unit.monitors.record(reading, !monitor.latestAt || at >= monitor.latestAt);
        for (const alert of toResolve) await unit.alerts.turn(alert, 'RESOLVED');
        for (const rule of toOpen) await openAlert(rooms, unit, monitor, rule, reading);
        return reading.id;
      });
    },
  );
  if (isRefusal(readingId)) return readingId;
  const [reading] = await rooms.read.readingsFor(asker, [readingId]);
  return reading ?? refuse('NOT_FOUND');
}

async function openAlert(
  { mintId }: Rooms,
  unit: Unit,
  { name }: Monitor,
  rule: AlertRule,
  { value }: Reading,
): Promise<void> {
  const { monitorId, ownerId, threshold } = rule;
  const alert: Alert = Object.assign(new Alert(), {
    id: mintId('Alert') as Id<'Alert'>,
    ruleId: rule.id,
    monitorId,
    ownerId,
    status: 'OPEN' as const,
    value,
    threshold,
    openedAt: unit.now,
    acknowledgedAt: null,
    resolvedAt: null,
  });
  await unit.alerts.open(alert);
  await unit.announce(
    announce(
      alertOpened,
      alert.id,
      { alertId: alert.id, monitorId, ownerId, value, threshold, monitorName: name },
      unit.now,
    ),
  );
}
