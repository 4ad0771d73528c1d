// Reads the ledger: what it comes to.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Money } from '@mosaic/kernel/values/money';
import type { Period } from '@mosaic/schema/period';
import { MONEY_AT_STRIPE } from '../../domain/ledger.js';
import { LedgerAccount, LedgerBalance } from '../../domain/ledger-balance.js';

interface Row {
  currency: string;
  amount: string;
}
const asMoney = ({ currency, amount }: Row): Money => ({ amountMinor: Number(amount), currency });

export const readLedger = (fork: () => EntityManager) => ({
  /** Every sum is made of the entries themselves, not of the balances that are kept. */
  async balance(): Promise<LedgerBalance> {
    const em = fork();
    const sums = await em.execute<Row[]>(
      'select currency, sum(amount_minor) as amount from ledger_entries group by currency order by currency',
    );
    const accounts = await em.execute<(Row & { name: string; kept: string })[]>(
      `select name, a.currency, a.balance as kept, coalesce(sum(amount_minor), 0) as amount
       from ledger_accounts a left join ledger_entries e on e.account = a.name and e.currency = a.currency
       group by name, a.currency, a.balance order by name, a.currency`,
    );
    return new LedgerBalance(
      sums.map(asMoney),
      accounts.map((row) => new LedgerAccount(row.name, asMoney(row), row.kept === row.amount)),
    );
  },

  /** Money that came less money that went back in the period, per currency. */
  async revenueWithin({ from, to }: Period): Promise<Money[]> {
    const rows = await fork().execute<Row[]>(
      `select currency, sum(amount_minor) as amount from ledger_entries
       join ledger_transactions t on t.id = transaction_id
       where account = ? and occurred_at >= ? and occurred_at < ? group by currency order by currency`,
      [MONEY_AT_STRIPE, from, to],
    );
    return rows.map(asMoney);
  },
});
