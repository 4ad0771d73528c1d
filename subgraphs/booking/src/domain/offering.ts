// What a coach can be booked for.

import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';

export class Offering {
  id: Id<'Offering'>;
  coachUserId: Id<'User'>;
  name: string;
  minutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Slots begin at the beginning of a rule and every so often after it. */
  startEveryMinutes: number;
  /** A slot can be booked until so long before it begins. */
  noticeMinutes: number;
  /** A slot can be booked from so long before it begins. */
  horizonDays: number;
  priceMinor: number;
  currency: string;
  /** Of free offerings alone: a paid one is confirmed by its payment. */
  requiresConfirmation: boolean;
  isArchived: boolean;
  version: number;
  createdAt: Date;
}

export const priceOf = ({ priceMinor, currency }: Pick<Offering, 'priceMinor' | 'currency'>): Money => ({
  amountMinor: priceMinor,
  currency,
});
