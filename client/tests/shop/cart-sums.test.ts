import { describe, expect, it } from 'vitest';
import { countOf, withQuantity } from '@/pages/shop/cart-sums';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const line = (id: string, quantity: number, price: number, isBuyable = true) => ({
  ...{ id, quantity, isBuyable, unitPrice: euros(price), lineTotal: euros(price * quantity), title: `thing ${id}` },
});
const cart = {
  id: 'cart',
  lines: [line('a', 1, 1900), line('b', 2, 500), line('gone', 1, 9900, false)],
  total: euros(2900),
};

describe('a cart before the server has answered', () => {
  it('counts a changed line, and leaves out what cannot be bought', () => {
    const changed = withQuantity(cart, 'b', 5);
    expect(changed.lines[1]).toEqual({ ...cart.lines[1], quantity: 5, lineTotal: euros(2500) });
    expect(changed.total).toEqual(euros(4400));
    expect(changed.id).toBe('cart');
  });

  it('takes a line out at quantity 0, and has no total without any', () => {
    const fewer = withQuantity(cart, 'a', 0);
    expect(fewer.lines.map(({ id }) => id)).toEqual(['b', 'gone']);
    expect(fewer.total).toEqual(euros(1000));
    expect(withQuantity(fewer, 'b', 0).total).toBeNull();
  });

  it('does not touch what it was given', () => {
    withQuantity(cart, 'a', 9);
    expect(cart.total).toEqual(euros(2900));
    expect(countOf(cart.lines)).toBe(4);
  });
});
