// A coach: what a person offers, and whether an admin let them offer it.

import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';

/** Where somebody stands as a coach. */
export const coachStandings = {
  APPLIED: 'Waits for an admin to decide.',
  APPROVED: 'Is listed, and may be booked and teach.',
  DECLINED: 'Was not approved, and may apply again.',
  WITHDRAWN: 'Was approved once, and is no more; may apply again.',
} as const;
export type CoachStanding = keyof typeof coachStandings;
export type CoachDecision = Exclude<CoachStanding, 'APPLIED'>;

export class Coach {
  /** Has the UUID of the user's id: a person can be only one coach. */
  id: Id<'Coach'>;
  userId: Id<'User'>;
  /** The person's, as the directory sorts it. */
  sortName: string;
  headline: string;
  /** Empty when there is none. */
  bio: string;
  rateMinor: number;
  rateCurrency: string;
  /** IANA name. */
  timeZone: string;
  specialtyIds: string[];
  standing: CoachStanding;
  /** What the admin said who decided last; empty when nobody did. */
  decisionReason: string;
  /** Name and headline, folded: what a search looks at. */
  searchText: string;
  /** Grows by one with every change of the profile or the standing. */
  version: number;
  createdAt: Date;
}

export const hourlyRateOf = ({ rateMinor, rateCurrency }: Coach): Money => ({
  amountMinor: rateMinor,
  currency: rateCurrency,
});
