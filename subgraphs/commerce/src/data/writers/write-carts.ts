// Writes carts. Whoever changes a line has taken its cart before; a guest's cart is taken before a user's.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { Cart } from '../../domain/cart.js';
import { cartLines } from '../readers/cart-lines.js';

export interface NewCartLine {
  id: string;
  cartId: string;
  itemId: string;
  quantity: number;
  price: Money;
  /** Null for a variant. */
  claim: { claimId: string; title: string; heldUntil: Date } | null;
}

export const writeCarts = (em: EntityManager, now: Date) => {
  const run = (sql: string, values: readonly unknown[]) => em.execute(sql, [...values], 'run');
  return {
    /** The buyer's cart, locked, with its lines; made when there is none. */
    async take(buyerId: string, mintId: MintId): Promise<Cart> {
      const sql = 'select id from carts where buyer_id = ? for update';
      let [row] = await em.execute<{ id: string }[]>(sql, [buyerId]);
      if (!row) {
        const insert =
          'insert into carts (id, buyer_id, created_at) values (?, ?, ?) on conflict (buyer_id) do nothing';
        await run(insert, [mintId('Cart'), buyerId, now]);
        [row] = await em.execute<{ id: string }[]>(sql, [buyerId]);
      }
      if (!row) throw new Error('a cart that was just made is gone');
      return Object.assign(new Cart(), {
        id: row.id,
        buyerId,
        lines: (await cartLines(em, [row.id])).get(row.id) ?? [],
      });
    },

    /** A claim that has a line already keeps it, with what its owner says of it now. */
    async addLine({ id, cartId, itemId, quantity, price, claim }: NewCartLine): Promise<void> {
      await run(
        `insert into cart_lines
           (id, cart_id, item_id, claim_id, title, quantity, price_minor, currency, held_until, added_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (claim_id) do update set title = excluded.title, price_minor = excluded.price_minor,
           held_until = excluded.held_until`,
        [
          ...[id, cartId, itemId, claim?.claimId ?? null, claim?.title ?? null, quantity],
          ...[price.amountMinor, price.currency, claim?.heldUntil ?? null, now],
        ],
      );
    },

    /** `seenPriceMinor` is what the buyer knows from now on. */
    setLine: (lineId: string, quantity: number, seenPriceMinor: number) =>
      run('update cart_lines set quantity = ?, price_minor = ? where id = ?', [quantity, seenPriceMinor, lineId]),

    moveLine: (lineId: string, cartId: string) =>
      run('update cart_lines set cart_id = ? where id = ?', [cartId, lineId]),

    async removeLines(lineIds: readonly string[]): Promise<void> {
      for (const id of lineIds) await run('delete from cart_lines where id = ?', [id]);
    },

    /** The line of a claim that is over goes, in whosever cart it is. */
    removeClaim: (claimId: string) => run('delete from cart_lines where claim_id = ?', [claimId]),

    /** Whose a guest's things are now; null while nobody's but the guest's. */
    async adopterOf(guestId: string): Promise<string | null> {
      const sql = 'select user_id from adopted_guests where guest_id = ?';
      const [row] = await em.execute<{ user_id: string }[]>(sql, [guestId]);
      return row?.user_id ?? null;
    },

    /** False when the guest had been adopted before: the first adoption stays. */
    async adopt(guestId: string, userId: string): Promise<boolean> {
      const rows = await em.execute<object[]>(
        `insert into adopted_guests (guest_id, user_id, adopted_at) values (?, ?, ?)
         on conflict do nothing returning guest_id`,
        [guestId, userId, now],
      );
      return rows.length === 1;
    },
  };
};
