// An order: what was bought, at the prices and names of that moment.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { later, type Milliseconds, minutes } from '@mosaic/kernel/values/time';
import type { OrderState } from './order-states.js';

/** How long an order waits for its money. */
export const PAYABLE_FOR: Milliseconds = minutes(15);

export class Order {
  id: Id<'Order'>;
  /** What people call it: M-000123. */
  number: string;
  buyerId: Id<'User'>;
  status: OrderState;
  totalMinor: number;
  currency: string;
  placedAt: Date;
  /** Until when it may be paid. */
  reservedUntil: Date;
  /** Whether stock is reserved for it now. */
  holdsStock: boolean;
}

export const totalOf = ({ totalMinor, currency }: Order): Money => ({ amountMinor: totalMinor, currency });

/** Fifteen minutes, but never longer than the claims in it are held. */
export function payableUntil(now: Date, lines: readonly { heldUntil: Date | null }[]): Date {
  const ends = lines.flatMap(({ heldUntil }) => (heldUntil ? [heldUntil.getTime()] : []));
  return new Date(Math.min(later(now, PAYABLE_FOR).getTime(), ...ends));
}

export const orderNumber = (count: number): string => `M-${String(count).padStart(6, '0')}`;
