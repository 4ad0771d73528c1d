// A reading that was entered stands everywhere at once: in the lines, as the latest, in the statistics it falls into.
import { gql } from '@apollo/client';
import { beforeEach, expect, test } from 'vitest';
import { makeCache } from '@/graph/cache';
import { keepReading } from '@/pages/monitors/keep-reading';

const now = Date.parse('2026-11-21T12:00:00Z');
const monitor = gql`
  query {
    monitor(id: "N1") {
      id
      latest { id value at }
      readings(first: 100) { edges { cursor node { id value at } } pageInfo { hasNextPage endCursor } }
      day: stats(window: "PT24H") { count min max avg }
      week: stats(window: "P7D") { count min max avg }
    }
  }
`;
const reading = (id: string, value: number, at: string) => ({ __typename: 'Reading', id, value, at });
const stats = (count: number, min: number | null, max: number | null, avg: number | null) => ({
  ...{ __typename: 'ReadingStats', count, min, max, avg },
});
const newest = reading('R2', 62, '2026-11-19T08:00:00Z');

let cache: ReturnType<typeof makeCache>;

function keep(hasNextPage: boolean): void {
  cache = makeCache();
  const edges = [newest, reading('R1', 60, '2026-11-18T08:00:00Z')].map((node) => ({
    ...{ __typename: 'ReadingEdge', cursor: `at ${node.id}`, node },
  }));
  const readings = {
    ...{ __typename: 'ReadingConnection', edges },
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: 'at R1' },
  };
  const week = stats(2, 60, 62, 61);
  const data = { __typename: 'Monitor', id: 'N1', latest: newest, readings, day: stats(0, null, null, null), week };
  cache.writeQuery({ query: monitor, data: { monitor: data } });
}

interface Kept {
  readonly latest: { readonly id: string };
  readonly readings: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly day: object;
  readonly week: object;
}

function enter(one: ReturnType<typeof reading>): void {
  cache.writeFragment({ fragment: gql`fragment R on Reading { id value at }`, data: one });
  keepReading(cache, 'N1', one, now);
}

function read() {
  const { monitor: kept } = cache.readQuery({ query: monitor }) as { readonly monitor: Kept };
  const { latest, readings, day, week } = kept;
  return { latest: latest.id, readings: readings.edges.map(({ node }) => node.id), day, week };
}

beforeEach(() => keep(false));

test('a reading of now is the latest, and counts in every window', () => {
  enter(reading('R3', 70, '2026-11-21T11:59:00Z'));
  expect(read()).toEqual({
    latest: 'R3',
    readings: ['R3', 'R2', 'R1'],
    day: stats(1, 70, 70, 70),
    week: stats(3, 60, 70, 64),
  });
});

test('one of the day before yesterday takes its place, and does not count as one of the last day', () => {
  enter(reading('R3', 58, '2026-11-18T20:00:00Z'));
  expect(read()).toEqual({
    latest: 'R2',
    readings: ['R2', 'R3', 'R1'],
    day: stats(0, null, null, null),
    week: stats(3, 58, 62, 60),
  });
});

test('the same reading twice counts once', () => {
  const again = reading('R3', 70, '2026-11-21T11:59:00Z');
  enter(again);
  enter(again);
  expect(read()).toMatchObject({ readings: ['R3', 'R2', 'R1'], week: stats(3, 60, 70, 64) });
});

test('one that is older than all that are loaded comes with its page', () => {
  keep(true);
  enter(reading('R0', 59, '2026-11-01T08:00:00Z'));
  expect(read()).toMatchObject({ latest: 'R2', readings: ['R2', 'R1'], week: stats(2, 60, 62, 61) });
});
