// Reads coaches for a viewer. Those who are approved are for everybody who is signed in; the others for themselves and
// for admins.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { fold } from '@mosaic/kernel/values/fold';
import { may } from '../../access.js';
import { Coach, type CoachStanding } from '../../domain/coach.js';
import { anywhere } from './like-pattern.js';

export interface CoachFilter {
  /** A specialty's id. */
  specialty?: string | null;
  /** Any part of a name, a headline or a specialty's name. */
  search?: string | null;
  timeZone?: string | null;
  /** Only admins may ask for another than APPROVED. */
  standing?: CoachStanding | null;
}

/** Approved, and the account may be used. */
const LISTED = `c.standing = 'APPROVED' and exists (select 1 from users u where u.id = c.user_id and u.status = 'ACTIVE')`;

export const readCoaches = (fork: () => EntityManager, seal: CursorSeal) => ({
  /** In any order; only those who exist and may be seen. One query. */
  async byIds(viewer: Viewer | null, ids: readonly string[]): Promise<Coach[]> {
    if (!viewer) return [];
    const query = fork()
      .createQueryBuilder(Coach, 'c')
      .select('*')
      .where({ id: { $in: [...ids] } } as object);
    if (!may.runThePlace(viewer)) query.andWhere(`(c.user_id = ? or (${LISTED}))`, [viewer.id]);
    return query.getResultList();
  },

  /** The directory, by name. Throws UNAUTHENTICATED, and FORBIDDEN when another standing is asked for by who may not. */
  async directory(viewer: Viewer | null, filter: CoachFilter, page: PageArguments): Promise<Connection<Coach>> {
    if (!may.seePeople(viewer)) throw new AccessError('UNAUTHENTICATED');
    const { specialty, timeZone, standing } = filter;
    if (standing && standing !== 'APPROVED' && !may.runThePlace(viewer)) throw new AccessError('FORBIDDEN');
    const wanted = fold((filter.search ?? '').trim());
    const scope = JSON.stringify(['coaches', viewer.id, specialty, timeZone, standing, wanted]);
    const asked = readPage(seal, scope, page);
    const isForward = asked.direction === 'forward';

    const query = fork().createQueryBuilder(Coach, 'c').select('*');
    if (standing && standing !== 'APPROVED') query.where({ standing });
    else query.where(LISTED);
    if (specialty) query.andWhere('c.specialty_ids @> array[?]::text[]', [specialty]);
    if (timeZone) query.andWhere({ timeZone });
    if (wanted) {
      const pattern = anywhere(wanted);
      const named = 'select array_agg(s.id::text) from specialties s where s.folded_en like ? or s.folded_fr like ?';
      query.andWhere(`(c.search_text like ? or c.specialty_ids && (${named}))`, [pattern, pattern, pattern]);
    }
    if (asked.after) query.andWhere('(c.sort_name, c.id) > (?, ?)', [...asked.after]);
    if (asked.before) query.andWhere('(c.sort_name, c.id) < (?, ?)', [...asked.before]);
    const order = isForward ? 'asc' : 'desc';
    const rows = await query
      .orderBy({ sortName: order, id: order })
      .limit(asked.size + 1)
      .getResultList();
    return connectionOf(seal, asked, isForward ? rows : rows.reverse(), (coach) => [coach.sortName, coach.id]);
  },
});
