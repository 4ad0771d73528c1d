// Writes the ledger. What is posted stands for ever; a mistake is answered by another posting.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Posting } from '../../domain/ledger.js';

export const writeLedger = (em: EntityManager, now: Date) => ({
  /**
   * False when (kind, ref) was posted before; a twin that is still at it is waited for. Whether the entries balance is
   * the database's to say, at commit: 23514.
   */
  async post({ kind, ref, orderId, entries }: Posting, mintId: MintId): Promise<boolean> {
    const id = mintId('LedgerTransaction');
    const added = await em.execute<object[]>(
      `insert into ledger_transactions (id, kind, ref, order_id, occurred_at) values (?, ?, ?, ?, ?)
       on conflict (kind, ref) do nothing returning id`,
      [id, kind, ref, orderId, now],
    );
    if (added.length === 0) return false;
    const given = JSON.stringify(entries);
    // In order, so that two transactions that open the same accounts do not wait for each other.
    await em.execute(
      `insert into ledger_accounts (name, currency)
       select distinct e->>'account', e->>'currency' from jsonb_array_elements(?::jsonb) e order by 1, 2
       on conflict do nothing`,
      [given],
      'run',
    );
    await em.execute(
      `insert into ledger_entries (transaction_id, account, currency, amount_minor)
       select ?, e->>'account', e->>'currency', (e->>'amountMinor')::bigint from jsonb_array_elements(?::jsonb) e`,
      [id, given],
      'run',
    );
    return true;
  },
});
