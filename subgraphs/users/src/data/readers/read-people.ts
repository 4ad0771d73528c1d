// Reads people for a viewer. Everybody who is signed in sees the public part of everybody; nobody else sees anyone.
import type { EntityManager, QueryBuilder } from '@mikro-orm/postgresql';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { fold } from '@mosaic/kernel/values/fold';
import { may } from '../../access.js';
import { type AccountStatus, type Role, User } from '../../domain/user.js';
import { anywhere } from './like-pattern.js';

export interface AccountFilter {
  /** Any part of a name or an e-mail address. */
  search?: string | null;
  role?: Role | null;
  status?: AccountStatus | null;
}

export const readPeople = (fork: () => EntityManager, seal: CursorSeal) => {
  /** By name. `scope` names the list and the viewer; `narrow` says who belongs to it. */
  const byName = async (
    scope: string,
    page: PageArguments,
    narrow: (query: QueryBuilder<User>) => void,
  ): Promise<Connection<User>> => {
    const asked = readPage(seal, scope, page);
    const isForward = asked.direction === 'forward';
    const query = fork().createQueryBuilder(User, 'u').select('*');
    narrow(query);
    if (asked.after) query.andWhere('(u.sort_name, u.id) > (?, ?)', [...asked.after]);
    if (asked.before) query.andWhere('(u.sort_name, u.id) < (?, ?)', [...asked.before]);
    const order = isForward ? 'asc' : 'desc';
    const rows = await query
      .orderBy({ sortName: order, id: order })
      .limit(asked.size + 1)
      .getResultList();
    return connectionOf(seal, asked, isForward ? rows : rows.reverse(), (user) => [user.sortName, user.id]);
  };

  return {
    /** In any order; only those who exist and may be seen. One query. */
    async byIds(viewer: Viewer | null, ids: readonly string[]): Promise<User[]> {
      if (!may.seePeople(viewer)) return [];
      return fork().find(User, { id: { $in: [...ids] } } as object, { disableIdentityMap: true });
    },

    /** The directory. `search` finds any part of a name, whatever its case and accents. Throws UNAUTHENTICATED. */
    async directory(viewer: Viewer | null, search: string, page: PageArguments): Promise<Connection<User>> {
      if (!may.seePeople(viewer)) throw new AccessError('UNAUTHENTICATED');
      const wanted = fold(search.trim());
      return byName(`users:${viewer.id}:${wanted}`, page, (query) => {
        if (wanted) query.andWhere('u.sort_name like ?', [anywhere(wanted)]);
      });
    },

    /** Every account, for admins. Throws FORBIDDEN. */
    async accounts(
      viewer: Viewer,
      { search, role, status }: AccountFilter,
      page: PageArguments,
    ): Promise<Connection<User>> {
      if (!may.runThePlace(viewer)) throw new AccessError('FORBIDDEN');
      const wanted = fold((search ?? '').trim());
      return byName(`accounts:${viewer.id}:${role}:${status}:${wanted}`, page, (query) => {
        const pattern = anywhere(wanted);
        if (wanted) query.andWhere('(u.sort_name like ? or lower(u.email) like ?)', [pattern, pattern]);
        if (role) query.andWhere({ role });
        if (status) query.andWhere({ status });
      });
    },
  };
};
