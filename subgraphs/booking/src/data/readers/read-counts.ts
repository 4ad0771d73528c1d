// Counts over a period, for the dashboard of admins.
import type { Period } from '@mosaic/schema/period';
import type { Fork } from './readers.js';

export const readCounts = (fork: Fork) => ({
  async appointments({ from, to }: Period): Promise<number> {
    const [row] = await fork().execute<{ n: number }[]>(
      'select count(*)::int as n from appointments where created_at >= ? and created_at < ?',
      [from, to],
    );
    return row?.n ?? 0;
  },
});
