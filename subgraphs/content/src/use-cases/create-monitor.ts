// Starts a series of readings about the asker.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Asker } from '../data/asker.js';
import { MOST_MONITORS, Monitor, NAME, UNIT } from '../domain/monitor.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

export interface CreateMonitor {
  readonly name: string;
  readonly unit: string;
}

/** Refuses BAD_INPUT and TOO_MANY. */
export async function createMonitor(rooms: Rooms, asker: Asker, input: CreateMonitor): Promise<Monitor | Refusal> {
  const name = cleanText(input.name, NAME);
  if (isRefusal(name)) return name.at('name');
  const unitName = cleanText(input.unit, UNIT);
  if (isRefusal(unitName)) return unitName.at('unit');
  return rooms.transact(`monitors of ${asker.id}`, async (unit) => {
    if ((await unit.monitors.count(asker)) >= MOST_MONITORS) return refuse('TOO_MANY', { limit: MOST_MONITORS });
    const monitor: Monitor = Object.assign(new Monitor(), {
      id: rooms.mintId('Monitor'),
      ownerId: asker.id,
      name,
      unit: unitName,
      createdAt: unit.now,
      readingCount: 0,
      ruleCount: 0,
      latestAt: null,
      latestReadingId: null,
    });
    await unit.monitors.add(monitor);
    return monitor;
  });
}
