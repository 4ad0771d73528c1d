import { expect, test } from 'vitest';
import { may } from '../../src/access.js';

const ada = { id: 'ada', userId: 'ada' };
const viewer = (id: string, role = 'USER') => ({ id, role, sessionId: 's' });
const someone = {
  anonymous: null,
  self: viewer('ada'),
  other: viewer('ben'),
  coach: viewer('cam', 'COACH'),
  admin: viewer('dan', 'ADMIN'),
} as const;

const table = {
  seePeople: ['self', 'other', 'coach', 'admin'],
  seeAccount: ['self', 'admin'],
  seeSessions: ['self'],
  seeCoachFile: ['self', 'admin'],
  runThePlace: ['admin'],
} as const;

test.each(Object.keys(table) as (keyof typeof table)[])('%s', (what) => {
  const allowed = Object.entries(someone).filter(([, asks]) => may[what](asks, ada));
  expect(allowed.map(([who]) => who)).toEqual(table[what]);
});

test('the table is complete', () => {
  expect(Object.keys(may)).toEqual(Object.keys(table));
});
