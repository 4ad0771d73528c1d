// Reads people for a viewer. Everybody who is signed in sees the public part of everybody; nobody else sees anyone.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { may } from '../../access.js';
import { foldText } from '../../domain/clean-text.js';
import { User } from '../../domain/user.js';

export const readPeople = (fork: () => EntityManager, seal: CursorSeal) => ({
  /** In any order; only those who exist and may be seen. One query. */
  async byIds(viewer: Viewer | null, ids: readonly string[]): Promise<User[]> {
    if (!may.seePeople(viewer)) return [];
    return fork().find(User, { id: { $in: [...ids] } } as object, { disableIdentityMap: true });
  },

  /** The directory, by name. `search` finds any part of a name, whatever its case and accents. Throws UNAUTHENTICATED. */
  async directory(viewer: Viewer | null, search: string, page: PageArguments): Promise<Connection<User>> {
    if (!may.seePeople(viewer)) throw new AccessError('UNAUTHENTICATED');
    const wanted = foldText(search);
    const asked = readPage(seal, `users:${viewer.id}:${wanted}`, page);
    const isForward = asked.direction === 'forward';
    const query = fork().createQueryBuilder(User, 'u').select('*');
    if (wanted) query.andWhere(`u.sort_name like ?`, [`%${escapeLike(wanted)}%`]);
    if (asked.after) query.andWhere('(u.sort_name, u.id) > (?, ?)', [...asked.after]);
    if (asked.before) query.andWhere('(u.sort_name, u.id) < (?, ?)', [...asked.before]);
    const order = isForward ? 'asc' : 'desc';
    const rows = await query
      .orderBy({ sortName: order, id: order })
      .limit(asked.size + 1)
      .getResultList();
    return connectionOf(seal, asked, isForward ? rows : rows.reverse(), (user) => [user.sortName, user.id]);
  },
});

/** The characters that LIKE gives a meaning. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
