// One line of an order: a variant of the shop, or a claim on what another subgraph sells.
import type { Id } from '@mosaic/kernel/values/ids';

export const orderLineStates = {
  UNPAID: 'Nothing was paid for it.',
  AWAITING: 'Paid; its owner is asked to confirm.',
  CONFIRMED: 'It is the buyer’s.',
  REFUNDING: 'Its money is on the way back.',
  REFUNDED: 'Its money went back.',
} as const;
export type OrderLineState = keyof typeof orderLineStates;

export class OrderLine {
  id: Id<'OrderLine'>;
  orderId: Id<'Order'>;
  /** Where it stands in the order, from 0. */
  place: number;
  itemId: string;
  /** Null for a variant of the shop. */
  claimId: string | null;
  /** What it was called when it was bought. */
  title: string;
  quantity: number;
  /** What one cost when it was bought. */
  unitMinor: number;
  currency: string;
  /** Until when its owner holds it; null for a variant. */
  heldUntil: Date | null;
  status: OrderLineState;
  /** Whether it left the stock. */
  isSold: boolean;
}

export const lineTotal = ({ unitMinor, quantity }: Pick<OrderLine, 'unitMinor' | 'quantity'>): number =>
  unitMinor * quantity;

export const sumOf = (lines: readonly Pick<OrderLine, 'unitMinor' | 'quantity'>[]): number =>
  lines.reduce((sum, line) => sum + lineTotal(line), 0);

export const claimsOf = (lines: readonly OrderLine[]): string[] =>
  lines.flatMap(({ claimId }) => (claimId === null ? [] : [claimId]));

/** The lines that come out of the shop's stock, as the stock takes them. */
export const stockLinesOf = (lines: readonly OrderLine[]): { variantId: string; quantity: number }[] =>
  lines.filter(({ claimId }) => claimId === null).map(({ itemId, quantity }) => ({ variantId: itemId, quantity }));

/** Lines whose money may still be given back. */
export const isRefundable = ({ status }: OrderLine): boolean => status === 'AWAITING' || status === 'CONFIRMED';
