import { expect, test } from 'vitest';
import { answerRsvp } from '@/pages/events/answer-rsvp';

const standing = {
  viewerRsvp: 'UNANSWERED',
  viewerSeatOfferedUntil: null,
  capacity: 5,
  goingCount: 4,
  waitlistCount: 0,
} as const;

test('a free seat is taken', () => {
  const after = { viewerRsvp: 'GOING', viewerSeatOfferedUntil: null, goingCount: 5, waitlistCount: 0 };
  expect(answerRsvp(standing, 'GOING')).toEqual(after);
});

test('without a limit there is always a seat', () => {
  expect(answerRsvp({ ...standing, capacity: null, goingCount: 900 }, 'GOING')).toMatchObject({ goingCount: 901 });
});

test('without a free seat one waits', () => {
  const after = { viewerRsvp: 'WAITLISTED', viewerSeatOfferedUntil: null, goingCount: 5, waitlistCount: 1 };
  expect(answerRsvp({ ...standing, goingCount: 5 }, 'GOING')).toEqual(after);
});

test('a free seat belongs to those who wait', () => {
  expect(answerRsvp({ ...standing, waitlistCount: 2 }, 'GOING')).toMatchObject({
    viewerRsvp: 'WAITLISTED',
    goingCount: 4,
    waitlistCount: 3,
  });
});

test('a seat is given up', () => {
  expect(answerRsvp({ ...standing, viewerRsvp: 'GOING' }, 'DECLINED')).toMatchObject({
    viewerRsvp: 'DECLINED',
    goingCount: 3,
  });
});

test('whoever stops waiting gives up the seat that was kept for them', () => {
  const waiting = { ...standing, viewerRsvp: 'WAITLISTED', viewerSeatOfferedUntil: '2026-12-01T00:00:00Z' } as const;
  expect(answerRsvp({ ...waiting, waitlistCount: 1 }, 'MAYBE')).toEqual({
    viewerRsvp: 'MAYBE',
    viewerSeatOfferedUntil: null,
    goingCount: 4,
    waitlistCount: 0,
  });
});

test('the same answer again changes nothing', () => {
  expect(answerRsvp({ ...standing, viewerRsvp: 'GOING' }, 'GOING')).toMatchObject({
    viewerRsvp: 'GOING',
    goingCount: 4,
  });
});
