// What a coach offers: as the form holds it, and as the graph takes it. The price is exact.
import { expect, test } from 'vitest';
import { draftOf, emptyDraft, offerOf } from '../../src/pages/account/offer-draft';

const offer = {
  headline: 'Yoga for beginners',
  bio: '',
  timeZone: 'Europe/Paris',
  hourlyRate: { amountMinor: 4550, currency: 'EUR' },
  specialties: [{ id: 's1' }, { id: 's2' }],
};

test('what is saved is shown as people write it, and comes back as it was', () => {
  const draft = draftOf(offer, ',');
  expect(draft.rate).toBe('45,50');
  expect(offerOf(draft)).toEqual({
    headline: 'Yoga for beginners',
    bio: '',
    timeZone: 'Europe/Paris',
    hourlyRate: { amountMinor: 4550, currency: 'EUR' },
    specialtyIds: ['s1', 's2'],
  });
});

test('a currency keeps its own decimals', () => {
  const draft = draftOf({ ...offer, hourlyRate: { amountMinor: 5000, currency: 'JPY' } }, '.');
  expect(draft.rate).toBe('5000');
  expect(offerOf(draft)?.hourlyRate).toEqual({ amountMinor: 5000, currency: 'JPY' });
});

test.each(['', 'forty', '45,505', '-1'])('%j is no price', (rate) => {
  expect(offerOf({ ...emptyDraft('Europe/Paris'), rate })).toBeNull();
});

test('nothing is free of charge by mistake, and may be on purpose', () => {
  expect(emptyDraft('Europe/Paris').rate).toBe('');
  expect(offerOf({ ...emptyDraft('Europe/Paris'), rate: '0' })?.hourlyRate.amountMinor).toBe(0);
});
