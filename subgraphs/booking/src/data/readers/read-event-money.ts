// Reads expenses, shares, settlements and balances. Single expenses are for those who take part in their event; whoever
// asks for an event's holds the event already.
import type { Page } from '@mosaic/kernel/paging/page';
import type { Id } from '@mosaic/kernel/values/ids';
import type { Asker } from '../../domain/asker.js';
import { type EventBalance, ExpenseSettlement } from '../../domain/balance.js';
import { Expense, type ExpenseShare } from '../../domain/expense.js';
import { byCreation, type ManyLists, pageMany } from './page-many.js';
import type { Fork } from './readers.js';

const expenses: ManyLists = {
  table: 'expenses',
  where: 't.deleted_at is null',
  owner: 'event_id',
  ...byCreation,
};

/** Every movement of money, on both of its sides. */
const POSTINGS = `
  select event_id, paid_by_id as user_id, amount_minor from expenses
    where event_id = any(?::text[]) and deleted_at is null
  union all select e.event_id, s.user_id, -s.amount_minor from expense_shares s join expenses e on e.id = s.expense_id
    where e.event_id = any(?::text[]) and e.deleted_at is null
  union all select event_id, from_id, amount_minor from event_settlements where event_id = any(?::text[])
  union all select event_id, to_id, -amount_minor from event_settlements where event_id = any(?::text[])`;

export interface Owned<T> {
  readonly ownerId: string;
  readonly value: T;
}

export const readEventMoney = (fork: Fork) => ({
  /** In any order; only of events the asker takes part in, and not those that were taken back. */
  byIds: async ({ viewer }: Asker, ids: readonly string[]): Promise<Expense[]> =>
    viewer
      ? fork()
          .createQueryBuilder(Expense, 'x')
          .select('*')
          .where({ id: { $in: [...ids] }, deletedAt: null } as object)
          .andWhere('x.event_id in (select event_id from event_participants where user_id = ?)', [viewer.id])
          .getResultList()
      : [],

  /** The oldest first. */
  async of(eventIds: readonly string[], page: Omit<Page, 'scope'>): Promise<Expense[]> {
    const em = fork();
    const rows = await pageMany(em, expenses, eventIds, page);
    return rows.map((row) => em.map(Expense, row));
  },

  /** Of expenses that the asker holds, in the order in which they were named. */
  async shares(expenseIds: readonly string[]): Promise<Owned<ExpenseShare>[]> {
    const rows = await fork().execute<{ expense_id: string; user_id: string; amount_minor: string }[]>(
      `select expense_id, user_id, amount_minor from expense_shares where expense_id = any(?::text[])
       order by expense_id, position`,
      [`{${expenseIds.join(',')}}`],
    );
    return rows.map(({ expense_id, user_id, amount_minor }) => ({
      ownerId: expense_id,
      value: { userId: user_id, amountMinor: Number(amount_minor) },
    }));
  },

  /** Of everybody who paid, shared or settled; those of an event sum to zero. */
  async balances(eventIds: readonly string[]): Promise<Owned<EventBalance>[]> {
    const asked = `{${eventIds.join(',')}}`;
    const rows = await fork().execute<{ event_id: string; user_id: string; sum: string }[]>(
      `select event_id, user_id, sum(amount_minor) as sum from (${POSTINGS}) postings
       group by event_id, user_id order by event_id, user_id`,
      [asked, asked, asked, asked],
    );
    return rows.map(({ event_id, user_id, sum }) => ({
      ownerId: event_id,
      value: { userId: user_id, amountMinor: Number(sum) },
    }));
  },

  /** The oldest first. */
  async settlements(eventIds: readonly string[]): Promise<ExpenseSettlement[]> {
    const rows = await fork().execute<SettlementRow[]>(
      `select s.*, e.currency from event_settlements s join events e on e.id = s.event_id
       where s.event_id = any(?::text[]) order by s.recorded_at, s.id`,
      [`{${eventIds.join(',')}}`],
    );
    return rows.map((row) =>
      Object.assign(new ExpenseSettlement(), {
        id: row.id,
        eventId: row.event_id,
        fromId: row.from_id,
        toId: row.to_id,
        amountMinor: Number(row.amount_minor),
        currency: row.currency,
        recordedById: row.recorded_by_id,
        recordedAt: new Date(row.recorded_at),
      }),
    );
  },
});

interface SettlementRow {
  id: Id<'ExpenseSettlement'>;
  event_id: Id<'Event'>;
  from_id: Id<'User'>;
  to_id: Id<'User'>;
  amount_minor: string;
  currency: string;
  recorded_by_id: Id<'User'>;
  recorded_at: string | Date;
}
