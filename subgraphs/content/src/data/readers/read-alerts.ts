// Reads of alerts: their owner's and nobody else's.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import { Alert, type AlertStatus } from '../../domain/alert.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_ALERT_FIRST = { by: 'openedAt', way: -1, isDate: true } as const;

export const alertKey = ({ openedAt, id }: Alert): CursorKey => [openedAt.getTime(), id];

export interface AlertChoice {
  readonly monitorId?: string;
  readonly status?: AlertStatus | null;
}

export function readAlerts({ alerts }: Collections) {
  return {
    async alertsFor(asker: Asker, ids: readonly string[]): Promise<Alert[]> {
      const owned = { _id: trusted({ $in: [...ids] }), ownerId: asker.id };
      const found = await alerts.find(owned).maxTimeMS(budgetOf(asker)).lean<Stored<Alert>[]>();
      return found.map((record) => hydrate(Alert, record));
    },

    /** The asker's alerts, the newest first. */
    async alertsOf(asker: Asker, page: Page, { monitorId, status }: AlertChoice): Promise<Alert[]> {
      const filter = { ownerId: asker.id, ...(monitorId && { monitorId }), ...(status && { status }) };
      const found = await keysetPage(alerts, filter, NEWEST_ALERT_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Alert, record));
    },
  };
}
