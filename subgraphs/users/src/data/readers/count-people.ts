// Counts for the dashboard of admins.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Period } from '@mosaic/schema/period';

export const countPeople = (fork: () => EntityManager) => {
  const count = async (sql: string, { from, to }: Period): Promise<number> => {
    const [row] = await fork().execute<{ n: number }[]>(sql, [from, to]);
    return row?.n ?? 0;
  };
  return {
    systemSignUps: (period: Period) =>
      count('select count(*)::int as n from users where created_at >= ? and created_at < ?', period),

    /** People with a session that was alive and seen in the period, as far as ended sessions are remembered. */
    systemActive: (period: Period) =>
      count(
        'select count(distinct user_id)::int as n from sessions where last_seen_at >= ? and created_at < ?',
        period,
      ),
  };
};
