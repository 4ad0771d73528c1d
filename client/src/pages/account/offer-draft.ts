// What a coach offers, as a form holds it and as the graph takes it.
import { digitsOf, readMoney, writeDecimal } from '@/parts/minor-units';

export interface OfferDraft {
  readonly headline: string;
  readonly bio: string;
  /** As it is typed. */
  readonly rate: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly specialtyIds: readonly string[];
}

interface Offer {
  readonly headline: string;
  readonly bio: string;
  readonly timeZone: string;
  readonly hourlyRate: { readonly amountMinor: number; readonly currency: string };
  readonly specialties: readonly { readonly id: string }[];
}

/** The shop's currency, in which everything is priced. */
const CURRENCY = 'EUR';

export const emptyDraft = (timeZone: string): OfferDraft => ({
  headline: '',
  bio: '',
  rate: '',
  currency: CURRENCY,
  timeZone,
  specialtyIds: [],
});

export const draftOf = (
  { headline, bio, timeZone, hourlyRate: { amountMinor, currency }, specialties }: Offer,
  mark: '.' | ',',
): OfferDraft => ({
  headline,
  bio,
  timeZone,
  currency,
  rate: writeDecimal(amountMinor, digitsOf(currency), mark),
  specialtyIds: specialties.map(({ id }) => id),
});

/** Null when the price is no amount of its currency. */
export function offerOf({ rate, currency, specialtyIds, ...words }: OfferDraft) {
  const amountMinor = readMoney(rate, currency);
  if (amountMinor === null || amountMinor < 0) return null;
  return { ...words, hourlyRate: { amountMinor, currency }, specialtyIds: [...specialtyIds] };
}
