// Appends to the audit trail: one writer at a time, so that there is one chain.
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Act, AuditEntry, type ChainHead, chainAct } from '../../domain/audit-entry.js';

export const writeAudit = (em: EntityManager) => ({
  /** Waits for whoever appends at this moment: their entry is the one that this one continues. */
  async append(act: Act): Promise<AuditEntry> {
    await em.execute("select pg_advisory_xact_lock(hashtext('mosaic audit chain'))");
    const [head] = await em.execute<ChainHead[]>('select position, digest from audit_head');
    if (!head) throw new Error('the audit trail has no head');
    const entry = chainAct(head, act);
    await em.insert(AuditEntry, entry);
    await em.execute('update audit_head set position = ?, digest = ?', [entry.position, entry.digest], 'run');
    return entry;
  },
});
