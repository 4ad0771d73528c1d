// Writes expenses with their shares, and settlements, under the event's lock.
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Id, isIdOf } from '@mosaic/kernel/values/ids';
import type { ExpenseSettlement } from '../../domain/balance.js';
import { Expense, type ExpenseShare } from '../../domain/expense.js';

export const writeExpenses = (em: EntityManager, now: Date) => {
  const find = (id: string): Promise<Expense | null> =>
    em.findOne(Expense, { id } as object, { disableIdentityMap: true });

  const count = async (table: 'expenses' | 'event_settlements', eventId: string): Promise<number> => {
    const [row] = await em.execute<{ n: number }[]>(`select count(*)::int as n from ${table} where event_id = ?`, [
      eventId,
    ]);
    return row?.n ?? 0;
  };

  return {
    find,
    count: (eventId: string) => count('expenses', eventId),
    countSettlements: (eventId: string) => count('event_settlements', eventId),

    /** Which event it belongs to, so that the event can be taken first. */
    async eventOf(id: string): Promise<string | null> {
      return isIdOf('Expense', id) ? ((await find(id))?.eventId ?? null) : null;
    },

    async add(expense: Expense, shares: readonly ExpenseShare[]): Promise<void> {
      await em.insert(Expense, expense);
      await em.execute(
        `insert into expense_shares (expense_id, user_id, position, amount_minor)
         select ?, s->>'userId', at, (s->>'amountMinor')::bigint
         from jsonb_array_elements(?::jsonb) with ordinality as given (s, at)`,
        [expense.id, JSON.stringify(shares)],
        'run',
      );
    },

    /** It counts no more, and neither do its shares. */
    async takeBack(id: Id<'Expense'>): Promise<void> {
      await em.nativeUpdate(Expense, { id } as object, { deletedAt: now });
    },

    async settle({
      id,
      eventId,
      fromId,
      toId,
      amountMinor,
      recordedById,
      recordedAt,
    }: ExpenseSettlement): Promise<void> {
      await em.execute(
        `insert into event_settlements (id, event_id, from_id, to_id, amount_minor, recorded_by_id, recorded_at)
         values (?, ?, ?, ?, ?, ?, ?)`,
        [id, eventId, fromId, toId, amountMinor, recordedById, recordedAt],
        'run',
      );
    },
  };
};
