// Reads the audit trail, for admins.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { type Connection, connectionOf, type PageArguments, readPage } from '@mosaic/kernel/paging/page';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { may } from '../../access.js';
import { AuditEntry, type ChainHead } from '../../domain/audit-entry.js';

export interface AuditFilter {
  subjectId?: string | null;
  actorId?: string | null;
  action?: string | null;
}

export const readAudit = (fork: () => EntityManager, seal: CursorSeal) => ({
  /** In any order; nothing to anybody but an admin. One query. */
  async byIds(viewer: Viewer | null, ids: readonly string[]): Promise<AuditEntry[]> {
    if (!may.runThePlace(viewer)) return [];
    return fork().find(AuditEntry, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  },

  /** Latest first. Throws FORBIDDEN. */
  async trail(viewer: Viewer, filter: AuditFilter, page: PageArguments): Promise<Connection<AuditEntry>> {
    if (!may.runThePlace(viewer)) throw new AccessError('FORBIDDEN');
    const { subjectId, actorId, action } = filter;
    const asked = readPage(seal, JSON.stringify(['audit', viewer.id, subjectId, actorId, action]), page);
    const isForward = asked.direction === 'forward';
    const conditions = Object.entries({ subjectId, actorId, action }).filter(([, wanted]) => wanted != null);
    const query = fork().createQueryBuilder(AuditEntry, 'a').select('*').where(Object.fromEntries(conditions));
    if (asked.after) query.andWhere('a.position < ?', [...asked.after]);
    if (asked.before) query.andWhere('a.position > ?', [...asked.before]);
    const rows = await query
      .orderBy({ position: isForward ? 'desc' : 'asc' })
      .limit(asked.size + 1)
      .getResultList();
    return connectionOf(seal, asked, isForward ? rows : rows.reverse(), ({ position }) => [position]);
  },

  /** Where the chain ends by its own account. */
  async systemHead(): Promise<ChainHead> {
    const [head] = await fork().execute<ChainHead[]>('select position, digest from audit_head');
    if (!head) throw new Error('the audit trail has no head');
    return head;
  },

  /** The entries that follow a position, in order. */
  systemAfter: (position: number, most: number): Promise<AuditEntry[]> =>
    fork().find(
      AuditEntry,
      { position: { $gt: position } },
      { orderBy: { position: 'asc' }, limit: most, disableIdentityMap: true },
    ),
});
