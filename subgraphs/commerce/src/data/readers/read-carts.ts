// Reads carts. Whose they are is checked by who asks.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Cart } from '../../domain/cart.js';
import { cartLines } from './cart-lines.js';

interface CartRow {
  id: string;
  buyer_id: string;
}

export const readCarts = (fork: () => EntityManager) => {
  const withLines = async (rows: readonly CartRow[]): Promise<Cart[]> => {
    if (rows.length === 0) return [];
    const lines = await cartLines(
      fork(),
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, buyer_id: buyerId }) =>
      Object.assign(new Cart(), { id, buyerId, lines: lines.get(id) ?? [] }),
    );
  };
  return {
    async byIds(ids: readonly string[]): Promise<Cart[]> {
      const sql = `select id, buyer_id from carts where id in (${ids.map(() => '?').join(', ')})`;
      return withLines(await fork().execute<CartRow[]>(sql, [...ids]));
    },

    /** Null when the buyer never had one. */
    async of(buyerId: string): Promise<Cart | null> {
      const rows = await fork().execute<CartRow[]>('select id, buyer_id from carts where buyer_id = ?', [buyerId]);
      return (await withLines(rows))[0] ?? null;
    },
  };
};
