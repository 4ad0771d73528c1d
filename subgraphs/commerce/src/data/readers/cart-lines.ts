// The lines of carts with what they cost now.
import type { EntityManager } from '@mikro-orm/postgresql';
import { CartLine } from '../../domain/cart.js';

interface LineRow {
  id: string;
  cart_id: string;
  item_id: string;
  claim_id: string | null;
  title: string;
  quantity: number;
  price_minor: string | number;
  seen_price_minor: string | number;
  currency: string;
  held_until: string | Date | null;
  is_archived: boolean;
}

/** Of all these carts, oldest first. One query. */
export async function cartLines(em: EntityManager, cartIds: readonly string[]): Promise<Map<string, CartLine[]>> {
  const rows = await em.execute<LineRow[]>(
    `select l.id, l.cart_id, l.item_id, l.claim_id, coalesce(l.title, p.name || ', ' || v.name) as title, l.quantity,
       coalesce(v.price_minor, l.price_minor) as price_minor, l.price_minor as seen_price_minor, l.currency, l.held_until,
       coalesce(p.is_archived, false) as is_archived
     from cart_lines l left join product_variants v on v.id = l.item_id left join products p on p.id = v.product_id
     where l.cart_id in (${cartIds.map(() => '?').join(', ')}) order by l.added_at, l.seq`,
    [...cartIds],
  );
  const lines = new Map<string, CartLine[]>(cartIds.map((id) => [id, []]));
  for (const row of rows) {
    const line = Object.assign(new CartLine(), {
      id: row.id,
      itemId: row.item_id,
      claimId: row.claim_id,
      title: row.title,
      quantity: row.quantity,
      priceMinor: Number(row.price_minor),
      seenPriceMinor: Number(row.seen_price_minor),
      currency: row.currency,
      heldUntil: row.held_until === null ? null : new Date(row.held_until),
      isArchived: row.is_archived,
    });
    lines.get(row.cart_id)?.push(line);
  }
  return lines;
}
