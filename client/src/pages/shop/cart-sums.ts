// What a cart will most likely be after a change of quantity, shown before the server has answered.

interface Sum {
  readonly amountMinor: number;
  readonly currency: string;
}

interface CountedLine {
  readonly id: string;
  readonly quantity: number;
  readonly isBuyable: boolean;
  readonly unitPrice: Sum;
  readonly lineTotal: Sum;
}

interface CountedCart<Line extends CountedLine, Total extends Sum> {
  readonly lines: readonly Line[];
  readonly total: Total | null;
}

/** Quantity 0 takes the line out. Lines that cannot be bought do not count. */
export function withQuantity<L extends CountedLine, T extends Sum, C extends CountedCart<L, T>>(
  cart: C & CountedCart<L, T>,
  lineId: string,
  quantity: number,
): C {
  const lines = cart.lines
    .filter(({ id }) => id !== lineId || quantity > 0)
    .map((line) => {
      if (line.id !== lineId) return line;
      const amountMinor = line.unitPrice.amountMinor * quantity;
      return { ...line, quantity, lineTotal: { ...line.lineTotal, amountMinor } };
    });
  const buyable = lines.filter(({ isBuyable }) => isBuyable);
  const amountMinor = buyable.reduce((sum, { lineTotal }) => sum + lineTotal.amountMinor, 0);
  const total = cart.total && buyable.length > 0 ? { ...cart.total, amountMinor } : null;
  return { ...cart, lines, total };
}

export const countOf = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
