// What comes live finds its place in the calendars that are loaded.
import { gql, InMemoryCache } from '@apollo/client';
import { beforeEach, expect, test } from 'vitest';
import type { MaskedEntry } from '../../src/parts/calendar-entry';
import { placeEntry } from '../../src/parts/place-entry';

const question = gql`
  query Calendar($from: DateTime!, $to: DateTime!) {
    calendar(from: $from, to: $to) {
      id
      title
      startsAt
      endsAt
    }
  }
`;
const monday = { from: '2026-11-22T23:00:00.000Z', to: '2026-11-23T23:00:00.000Z' };
const week = { from: '2026-11-22T23:00:00.000Z', to: '2026-11-29T23:00:00.000Z' };

const entry = (id: string, startsAt: string, endsAt: string) => ({
  __typename: 'CalendarEntry',
  id,
  kind: 'APPOINTMENT',
  title: id,
  startsAt,
  endsAt,
  appointment: null,
  event: null,
});
const early = entry('early', '2026-11-23T08:00:00.000Z', '2026-11-23T09:00:00.000Z');
const late = entry('late', '2026-11-23T16:00:00.000Z', '2026-11-23T17:00:00.000Z');

let cache: InMemoryCache;
const titles = (variables: typeof monday) =>
  cache
    .readQuery<{ calendar: { title: string }[] }>({ query: question, variables })
    ?.calendar.map(({ title }) => title);
const place = (one: ReturnType<typeof entry>) => placeEntry(cache, one.id, one as unknown as MaskedEntry);

beforeEach(() => {
  cache = new InMemoryCache();
  for (const variables of [monday, week]) {
    cache.writeQuery({ query: question, variables, data: { calendar: [early, late] } });
  }
});

test('a new entry stands between those around it, in every calendar whose stretch it touches', () => {
  place(entry('noon', '2026-11-23T11:00:00.000Z', '2026-11-23T12:00:00.000Z'));
  place(entry('friday', '2026-11-27T11:00:00.000Z', '2026-11-27T12:00:00.000Z'));
  expect(titles(monday)).toEqual(['early', 'noon', 'late']);
  expect(titles(week)).toEqual(['early', 'noon', 'late', 'friday']);
});

test('an entry that moved stands at its new time only, and leaves the calendars it moved out of', () => {
  place(entry('early', '2026-11-25T08:00:00.000Z', '2026-11-25T09:00:00.000Z'));
  expect(titles(monday)).toEqual(['late']);
  expect(titles(week)).toEqual(['late', 'early']);
});

test('what ends as the stretch begins, or begins as it ends, is outside', () => {
  place(entry('before', '2026-11-22T22:00:00.000Z', '2026-11-22T23:00:00.000Z'));
  place(entry('after', '2026-11-23T23:00:00.000Z', '2026-11-24T00:00:00.000Z'));
  expect(titles(monday)).toEqual(['early', 'late']);
  expect(titles(week)).toEqual(['early', 'late', 'after']);
});

test('an entry that is gone is gone everywhere; again changes nothing', () => {
  placeEntry(cache, 'early', null);
  placeEntry(cache, 'early', null);
  expect(titles(monday)).toEqual(['late']);
  expect(titles(week)).toEqual(['late']);
});
