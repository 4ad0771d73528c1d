// Reads when coaches work. Everybody may know the slots that come of it; the rules themselves are the coach's own.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CoachStanding } from '../../domain/coach.js';
import { showDate } from '../../domain/local-time.js';
import { MOST_OVERRIDES, type Schedule } from '../../domain/schedule.js';
import type { Fork } from './readers.js';

interface Row extends Pick<Schedule, 'rules' | 'overrides'> {
  standing: CoachStanding['standing'] | null;
  time_zone: string | null;
}

export interface KnownSchedule {
  readonly schedule: Schedule;
  /** Whether the coach may be booked at all. */
  readonly isApproved: boolean;
}

/**
 * The schedule with its overrides from two days before `from` until two days after `to` (dates are local, instants are
 * not). A coach who has set nothing yet has no rules and the zone of their profile; of nobody at all it is null.
 */
export async function findSchedule(
  em: EntityManager,
  coachUserId: string,
  from: Date,
  to: Date,
): Promise<KnownSchedule | null> {
  const dateOf = (instant: Date, days: number) => showDate(Math.floor(instant.getTime() / 86_400_000) + days);
  const [row] = await em.execute<Row[]>(
    `select c.standing, coalesce(s.time_zone, c.time_zone) as time_zone, coalesce(s.rules, '[]') as rules,
       coalesce((select jsonb_agg(jsonb_build_object('date', date, 'hours', hours) order by date) from
         (select date, hours from schedule_overrides where coach_user_id = c.user_id and date between ? and ?
          order by date limit ${MOST_OVERRIDES}) as chosen), '[]') as overrides
     from coaches c left join schedules s on s.coach_user_id = c.user_id where c.user_id = ?`,
    [dateOf(from, -2), dateOf(to, 2), coachUserId],
  );
  if (!row?.time_zone) return null;
  const { standing, time_zone: timeZone, rules, overrides } = row;
  return { schedule: { coachUserId, timeZone, rules, overrides }, isApproved: standing === 'APPROVED' };
}

export const readSchedules = (fork: Fork) => ({
  find: (coachUserId: string, from: Date, to: Date) => findSchedule(fork(), coachUserId, from, to),
});
