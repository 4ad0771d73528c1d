// What acknowledging and resolving share: the table of transitions decides, under the monitor's turn.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { type Alert, type AlertStatus, checkTransition } from '../domain/alert.js';
import { refuse } from '../domain/refusals.js';
import { monitorTurn } from './record-reading.js';
import type { Rooms } from './rooms.js';

export async function turnAlert(
  { read, transact }: Rooms,
  asker: Asker,
  alertId: string,
  status: Exclude<AlertStatus, 'OPEN'>,
): Promise<Alert | Refusal> {
  const [known] = await read.alertsFor(asker, [alertId]);
  if (!known) return refuse('NOT_FOUND');
  return transact(monitorTurn(known.monitorId), async (unit) => {
    const alert = await unit.alerts.find(asker, alertId);
    if (!alert) return refuse('NOT_FOUND');
    return checkTransition(alert.status, status) ?? unit.alerts.turn(alert, status);
  });
}
