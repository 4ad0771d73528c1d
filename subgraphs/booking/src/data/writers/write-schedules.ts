// Writes when coaches work.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Schedule, ScheduleOverride } from '../../domain/schedule.js';
import { MOST_OVERRIDES } from '../../domain/schedule.js';

export const writeSchedules = (em: EntityManager) => ({
  async set({ coachUserId, timeZone, rules }: Omit<Schedule, 'overrides'>): Promise<void> {
    await em.execute(
      `insert into schedules (coach_user_id, time_zone, rules) values (?, ?, ?::jsonb)
       on conflict (coach_user_id) do update set time_zone = excluded.time_zone, rules = excluded.rules`,
      [coachUserId, timeZone, JSON.stringify(rules)],
      'run',
    );
  },

  /** False when the coach has as many as there may be. Those that are over are forgotten on the way. */
  async setOverride(coachUserId: string, { date, hours }: ScheduleOverride, today: string): Promise<boolean> {
    await em.execute(
      'delete from schedule_overrides where coach_user_id = ? and date < ?',
      [coachUserId, today],
      'run',
    );
    const rows = await em.execute<object[]>(
      `insert into schedule_overrides (coach_user_id, date, hours)
       select ?, ?, ?::jsonb where (select count(*) from schedule_overrides where coach_user_id = ? and date <> ?) < ?
       on conflict (coach_user_id, date) do update set hours = excluded.hours returning date`,
      [coachUserId, date, JSON.stringify(hours), coachUserId, date, MOST_OVERRIDES],
    );
    return rows.length === 1;
  },

  removeOverride: (coachUserId: string, date: string): Promise<unknown> =>
    em.execute('delete from schedule_overrides where coach_user_id = ? and date = ?', [coachUserId, date], 'run'),
});
