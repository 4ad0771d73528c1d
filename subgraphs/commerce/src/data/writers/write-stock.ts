// Writes stock. Every method takes its rows in the order of variant ids, so that two carts never wait for each other.
import type { EntityManager } from '@mikro-orm/postgresql';

export interface StockLine {
  readonly variantId: string;
  /** At least 1; several lines of one variant count together. */
  readonly quantity: number;
}

export interface StockLevel {
  readonly onHand: number;
  readonly reserved: number;
}

/** A line that cannot be had. */
export interface Shortage {
  readonly variantId: string;
  readonly available: number;
}

interface StockRow {
  variant_id: string;
  on_hand: number;
  reserved: number;
}

export const writeStock = (em: EntityManager, now: Date) => {
  /** Locks the rows of these lines, in order; `given` is the quantities by variant, as JSON. */
  const lock = async (lines: readonly StockLine[]) => {
    const wanted = new Map<string, number>();
    for (const { variantId, quantity } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
    const ids = [...wanted.keys()];
    const isOneOfThem = `stock.variant_id in (${ids.map(() => '?').join(', ')})`;
    const sql = `select variant_id, on_hand, reserved from stock where ${isOneOfThem} order by variant_id for update`;
    const rows = ids.length === 0 ? [] : await em.execute<StockRow[]>(sql, ids);
    return { wanted, ids, isOneOfThem, rows, given: JSON.stringify(Object.fromEntries(wanted)) };
  };
  /** Throws when a row does not allow it: nobody gives back or sells what was not reserved. */
  const change = async (set: string, guard: string, locked: Awaited<ReturnType<typeof lock>>) => {
    const { ids, isOneOfThem, given } = locked;
    if (ids.length === 0) return;
    const changed = await em.execute<object[]>(
      `update stock set ${set} from jsonb_each_text(?::jsonb) as given (variant_id, quantity)
       where given.variant_id = stock.variant_id and ${isOneOfThem} and ${guard} returning stock.variant_id`,
      [given, ...ids],
    );
    if (changed.length !== ids.length) throw new Error('the stock does not hold what is taken from it');
  };
  const move = (kind: 'SALE' | 'RETURN', sign: '' | '-', reason: string, given: string) =>
    em.execute(
      `insert into stock_movements (variant_id, kind, delta, reason, happened_at)
       select variant_id, ?, ${sign}quantity::integer, ?, ? from jsonb_each_text(?::jsonb) as given (variant_id, quantity)
       order by variant_id`,
      [kind, reason, now, given],
    );

  return {
    /** One variant's level, locked. */
    async take(variantId: string): Promise<StockLevel | null> {
      const [row] = (await lock([{ variantId, quantity: 1 }])).rows;
      return row ? { onHand: row.on_hand, reserved: row.reserved } : null;
    },

    /** The level, taken before, rises or falls by `delta`. */
    async adjust(variantId: string, delta: number, reason: string, byId: string): Promise<void> {
      await em.execute('update stock set on_hand = on_hand + ? where variant_id = ?', [delta, variantId], 'run');
      await em.execute(
        `insert into stock_movements (variant_id, kind, delta, reason, by_id, happened_at)
         values (?, 'ADJUSTMENT', ?, ?, ?, ?)`,
        [variantId, delta, reason, byId, now],
        'run',
      );
    },

    /** Reserves all lines or none: answers those that are short, none when all are reserved. */
    async reserve(lines: readonly StockLine[]): Promise<Shortage[]> {
      const taken = await lock(lines);
      const available = new Map(taken.rows.map((row) => [row.variant_id, row.on_hand - row.reserved]));
      const short = [...taken.wanted]
        .map(([variantId, quantity]) => ({ variantId, quantity, available: available.get(variantId) ?? 0 }))
        .filter((line) => line.available < line.quantity)
        .map(({ variantId, available: left }) => ({ variantId, available: left }));
      if (short.length > 0) return short;
      await change('reserved = reserved + quantity::integer', 'on_hand - reserved >= quantity::integer', taken);
      return [];
    },

    /** Gives reservations back. */
    async release(lines: readonly StockLine[]): Promise<void> {
      await change('reserved = reserved - quantity::integer', 'reserved >= quantity::integer', await lock(lines));
    },

    /** What was reserved leaves the house. `reason` is the order's id. */
    async sell(lines: readonly StockLine[], reason = ''): Promise<void> {
      const taken = await lock(lines);
      const set = 'reserved = reserved - quantity::integer, on_hand = on_hand - quantity::integer';
      await change(set, 'reserved >= quantity::integer', taken);
      await move('SALE', '-', reason, taken.given);
    },

    /** What was sold comes back, e.g. after a refund. `reason` is the order's id. */
    async putBack(lines: readonly StockLine[], reason = ''): Promise<void> {
      const taken = await lock(lines);
      await change('on_hand = on_hand + quantity::integer', 'true', taken);
      await move('RETURN', '', reason, taken.given);
    },
  };
};
