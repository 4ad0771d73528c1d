// Reads appointments: those of which the asker is the client or the coach, and no others.

import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { CursorKey, CursorSeal } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { Appointment, type AppointmentStatus } from '../../domain/appointment.js';
import { type Asker, idsOf } from '../../domain/asker.js';
import type { Fork } from './readers.js';

export const MOST_PLANNED = 1_000;

export const readAppointments = (fork: Fork, seal: CursorSeal) => ({
  /** In any order; only those that may be seen. */
  async byIds(asker: Asker, ids: readonly string[]): Promise<Appointment[]> {
    const mine = idsOf(asker);
    if (mine.length === 0) return [];
    return fork()
      .createQueryBuilder(Appointment, 'a')
      .where({ id: { $in: [...ids] } } as object)
      .andWhere({ $or: [{ clientId: { $in: mine } }, { coachUserId: asker.viewer?.id ?? '' }] } as object)
      .getResultList();
  },

  /** What the viewer as a coach has to do in [from, to) and what is asked of them, by start, at most 1,000. */
  planned: (coach: Viewer, from: Date, to: Date): Promise<Appointment[]> =>
    fork()
      .createQueryBuilder(Appointment, 'a')
      .where({ coachUserId: coach.id, startsAt: { $lt: to }, endsAt: { $gt: from } } as object)
      .andWhere({ status: { $nin: ['DECLINED', 'CANCELLED', 'RELEASED'] } } as object)
      .orderBy({ startsAt: 'asc', id: 'asc' })
      .limit(MOST_PLANNED)
      .getResultList(),

  /** What the asker booked, the latest start first. Throws RefusedError BAD_INPUT and BAD_CURSOR. */
  async ofClient(
    asker: Asker,
    status: AppointmentStatus | null,
    args: PageArguments,
  ): Promise<Connection<Appointment>> {
    const mine = idsOf(asker);
    const page = readPage(seal, `appointments:${mine.join(' ')}:${status ?? ''}`, args);
    const isForward = page.direction === 'forward';
    const query = fork()
      .createQueryBuilder(Appointment, 'a')
      .where({ clientId: { $in: mine }, ...(status && { status }) } as object);
    const edge = ([ms, id]: CursorKey) => [new Date(Number(ms)), id];
    if (page.after) query.andWhere('(a.starts_at, a.id) < (?, ?)', edge(page.after));
    if (page.before) query.andWhere('(a.starts_at, a.id) > (?, ?)', edge(page.before));
    const order = isForward ? 'desc' : 'asc';
    const rows = await query
      .orderBy({ startsAt: order, id: order })
      .limit(page.size + 1)
      .getResultList();
    const keyOf = ({ startsAt, id }: Appointment): CursorKey => [startsAt.getTime(), id];
    return connectionOf(seal, page, isForward ? rows : rows.reverse(), keyOf);
  },
});
