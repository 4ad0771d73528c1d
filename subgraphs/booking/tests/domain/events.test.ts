// Events by their rules alone: states, details, answers, seats and the waitlist.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { expect, test } from 'vitest';
import { checkEventStep, checkOpen, type EventStatus } from '../../src/domain/event.js';
import { readDetails } from '../../src/domain/event-details.js';
import { invitationExpiry } from '../../src/domain/event-invitation.js';
import { type RsvpAnswer, type RsvpStatus, type Seats, settleAnswer } from '../../src/domain/rsvp.js';
import { canBecome, isOfferDue, offerUntil, type WaitlistStatus, waysTo } from '../../src/domain/waitlist.js';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);

const STATUSES: EventStatus[] = ['DRAFT', 'PUBLISHED', 'CANCELLED'];
const ways = ['DRAFT PUBLISHED', 'DRAFT CANCELLED', 'PUBLISHED CANCELLED'];
test.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))(
  'an event from %s to %s',
  (from, to) => {
    expect(checkEventStep(from, to) === null).toBe(ways.includes(`${from} ${to}`));
  },
);

test('the refusal names what is possible', () => {
  expect(checkEventStep('CANCELLED', 'PUBLISHED')).toMatchObject({
    code: 'ILLEGAL_EVENT_TRANSITION',
    parameters: { from: 'CANCELLED', to: 'PUBLISHED', allowed: 'nothing else' },
  });
});

test.each<[EventStatus, string, string | null]>([
  ['PUBLISHED', '21T09:59', null],
  ['PUBLISHED', '21T10:00', 'EVENT_OVER'],
  ['DRAFT', '21T09:00', 'EVENT_NOT_OPEN'],
  ['CANCELLED', '21T09:00', 'EVENT_NOT_OPEN'],
])('a %s event at %s', (status, now, code) => {
  expect(checkOpen({ status, endsAt: at('21T10:00') }, at(now))?.code ?? null).toBe(code);
});

const details = {
  title: ' Picnic  by the\nlake ',
  description: 'Bring\r\nfruit',
  place: '  ',
  startsAt: at('21T09:00'),
  endsAt: at('21T12:00'),
  timeZone: 'Europe/Paris',
  capacity: 8,
};

test('details are cleaned', () => {
  expect(readDetails(details)).toEqual({
    ...details,
    title: 'Picnic by the lake',
    description: 'Bring\nfruit',
    place: null,
  });
});

test.each([
  ['title', { title: '' }],
  ['title', { title: 'x'.repeat(121) }],
  ['description', { description: 'x'.repeat(5_001) }],
  ['place', { place: 'a\0b' }],
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['endsAt', { endsAt: details.startsAt }],
  ['endsAt', { endsAt: new Date('2027-01-21T09:00:00Z') }],
  ['startsAt', { startsAt: new Date('-271821-04-20T00:00:00Z') }],
  ['startsAt', { startsAt: new Date(Number.NaN) }],
  ['capacity', { capacity: 0 }],
  ['capacity', { capacity: 1_001 }],
])('refuses a bad %s', (field, change) => {
  const outcome = readDetails({ ...details, ...change });
  expect(isRefusal(outcome) && [outcome.code, outcome.path]).toEqual(['BAD_INPUT', [field]]);
});

const seats = { capacity: 8, going: 7, offered: 0, waiting: 0 };
test.each<[RsvpAnswer, RsvpStatus, Partial<Seats>, RsvpStatus]>([
  ['GOING', 'UNANSWERED', {}, 'GOING'],
  ['GOING', 'UNANSWERED', { going: 8 }, 'WAITLISTED'],
  ['GOING', 'MAYBE', { offered: 1 }, 'WAITLISTED'],
  // A seat is free, but others wait for it.
  ['GOING', 'DECLINED', { waiting: 1 }, 'WAITLISTED'],
  ['GOING', 'UNANSWERED', { going: 1, offered: 1 }, 'WAITLISTED'],
  ['GOING', 'UNANSWERED', { capacity: null, going: 900 }, 'GOING'],
  ['GOING', 'GOING', { going: 8 }, 'GOING'],
  ['GOING', 'WAITLISTED', {}, 'WAITLISTED'],
  ['MAYBE', 'GOING', { going: 8 }, 'MAYBE'],
  ['DECLINED', 'WAITLISTED', {}, 'DECLINED'],
])('%s after %s with %j is %s', (answer, before, change, after) => {
  expect(settleAnswer(answer, before, { ...seats, ...change })).toBe(after);
});

test.each([
  [{ going: 7, waiting: 1 }, true],
  [{ going: 8, waiting: 1 }, false],
  [{ going: 6, waiting: 2, offered: 1 }, false],
  [{ going: 7, waiting: 0 }, false],
  [{ capacity: null, going: 8, waiting: 1 }, true],
])('whether an offer is due with %j: %s', (change, isDue) => {
  expect(isOfferDue({ ...seats, ...change })).toBe(isDue);
});

test('the waitlist goes WAITING, OFFERED, then TAKEN or EXPIRED, and nowhere else', () => {
  const states: WaitlistStatus[] = ['WAITING', 'OFFERED', 'TAKEN', 'EXPIRED', 'WITHDRAWN'];
  const found = states.flatMap((from) => states.filter((to) => canBecome(from, to)).map((to) => `${from} ${to}`));
  expect(found).toEqual([
    'WAITING OFFERED',
    'WAITING WITHDRAWN',
    'OFFERED TAKEN',
    'OFFERED EXPIRED',
    'OFFERED WITHDRAWN',
  ]);
  expect(waysTo('WITHDRAWN')).toEqual(['WAITING', 'OFFERED']);
});

test('an offer stands twelve hours, never past the start, and none is made after it', () => {
  expect(offerUntil({ startsAt: at('22T09:00') }, at('21T09:00'))).toEqual(at('21T21:00'));
  expect(offerUntil({ startsAt: at('21T10:00') }, at('21T09:00'))).toEqual(at('21T10:00'));
  expect(offerUntil({ startsAt: at('21T09:00') }, at('21T09:00'))).toBeNull();
});

test('an invitation counts two weeks, never past the end', () => {
  expect(invitationExpiry({ endsAt: at('30T09:00') }, at('01T09:00'))).toEqual(at('15T09:00'));
  expect(invitationExpiry({ endsAt: at('03T09:00') }, at('01T09:00'))).toEqual(at('03T09:00'));
});
