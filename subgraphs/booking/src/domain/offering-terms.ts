// The rules of an offering: what its name, length, buffers and price may be.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Offering } from './offering.js';
import { refuse } from './refusals.js';

export type OfferingTerms = Omit<Offering, 'id' | 'coachUserId' | 'isArchived' | 'version' | 'createdAt'>;

/** Inclusive. A slot never crosses midnight, so none is longer than a day. */
const bounds = {
  minutes: [5, 1_440],
  bufferBeforeMinutes: [0, 240],
  bufferAfterMinutes: [0, 240],
  startEveryMinutes: [5, 1_440],
  noticeMinutes: [0, 43_200],
  horizonDays: [1, 730],
  priceMinor: [0, 10_000_000],
} as const;

/** The terms alone, with the name cleaned. Refuses BAD_INPUT, pointing at the input. */
export function readTerms(given: OfferingTerms): OfferingTerms | Refusal {
  const name = cleanText(given.name, { longest: 120, lines: 'one' });
  if (isRefusal(name)) return name.at('name');
  for (const [field, [least, most]] of Object.entries(bounds) as [keyof typeof bounds, readonly [number, number]][]) {
    const value = given[field];
    if (!Number.isInteger(value) || value < least || value > most)
      return refuse('BAD_INPUT', { reason: `it goes from ${least} to ${most}` }).at(
        field === 'priceMinor' ? 'price' : field,
      );
  }
  if (given.priceMinor > 0 && given.requiresConfirmation)
    return refuse('BAD_INPUT', { reason: 'what is paid is confirmed by its payment' }).at('requiresConfirmation');
  const { minutes, bufferBeforeMinutes, bufferAfterMinutes, startEveryMinutes, noticeMinutes, horizonDays } = given;
  const { priceMinor, currency, requiresConfirmation } = given;
  const times = { minutes, bufferBeforeMinutes, bufferAfterMinutes, startEveryMinutes, noticeMinutes, horizonDays };
  return { name, ...times, priceMinor, currency, requiresConfirmation };
}
