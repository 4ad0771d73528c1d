// A monitor with a breached rule, hence an alert and a notification.
import { randomUUID } from 'node:crypto';
import type { Person } from '../lab/person.js';

/** The monitor's id. */
export async function watchedMonitor(owner: Person): Promise<string> {
  const { createMonitor } = await owner.ask<{ createMonitor: { monitor: { id: string } } }>(
    'mutation ($input: CreateMonitorInput!) { createMonitor(input: $input) { monitor { id } } }',
    { input: { name: 'Pulse', unit: 'bpm' } },
  );
  const monitorId = createMonitor.monitor.id;
  await owner.ask('mutation ($input: CreateAlertRuleInput!) { createAlertRule(input: $input) { alertRule { id } } }', {
    input: { monitorId, comparison: 'GT', threshold: 10 },
  });
  await owner.ask('mutation ($input: RecordReadingInput!) { recordReading(input: $input) { reading { id } } }', {
    input: { monitorId, value: 11, at: new Date().toISOString(), idempotencyKey: randomUUID() },
  });
  return monitorId;
}
