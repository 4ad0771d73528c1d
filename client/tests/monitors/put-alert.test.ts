// Alerts as events tell of them, in the lists of a real cache.
import { gql } from '@apollo/client';
import { beforeEach, expect, test } from 'vitest';
import { makeCache } from '@/graph/cache';
import { putAlert } from '@/pages/monitors/put-alert';

const query = gql`
  query {
    me {
      id
      open: alerts(status: OPEN, first: 50) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
      all: alerts(first: 50) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
    }
    monitor(id: "N1") {
      id
      alerts(first: 20) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
    }
  }
`;

const list = (ids: readonly string[]) => ({
  __typename: 'AlertConnection',
  edges: ids.map((id) => ({ __typename: 'AlertEdge', cursor: `at ${id}`, node: { __typename: 'Alert', id } })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'end' },
});

let cache: ReturnType<typeof makeCache>;
beforeEach(() => {
  cache = makeCache();
  cache.writeQuery({
    query,
    data: {
      me: { __typename: 'User', id: 'U1', open: list(['L1']), all: list(['L1', 'L0']) },
      monitor: { __typename: 'Monitor', id: 'N1', alerts: list(['L1', 'L0']) },
    },
  });
});

interface Kept {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

function read() {
  const kept = cache.readQuery<{ me: { open: Kept; all: Kept }; monitor: { alerts: Kept } }>({ query });
  const ids = (lists: Kept | undefined) => lists?.edges.map(({ node }) => node.id);
  return { open: ids(kept?.me.open), all: ids(kept?.me.all), monitor: ids(kept?.monitor.alerts) };
}

test('a new alert is the first everywhere, once', () => {
  cache.writeFragment({ fragment: gql`fragment L on Alert { id }`, data: { __typename: 'Alert', id: 'L2' } });
  putAlert(cache, 'U1', { id: 'L2', status: 'OPEN', monitorId: 'N1' });
  putAlert(cache, 'U1', { id: 'L2', status: 'OPEN', monitorId: 'N1' });
  expect(read()).toEqual({ open: ['L2', 'L1'], all: ['L2', 'L1', 'L0'], monitor: ['L2', 'L1', 'L0'] });
});

test('one that was seen is not among the open ones any more, and stays in the history', () => {
  putAlert(cache, 'U1', { id: 'L1', status: 'ACKNOWLEDGED', monitorId: 'N1' });
  expect(read()).toEqual({ open: [], all: ['L1', 'L0'], monitor: ['L1', 'L0'] });
});

test('an old alert that changes is not taken for a new one', () => {
  putAlert(cache, 'U1', { id: 'L-far', status: 'RESOLVED', monitorId: 'N1' });
  expect(read()).toEqual({ open: ['L1'], all: ['L1', 'L0'], monitor: ['L1', 'L0'] });
});

test('an alert whose monitor is not told still stands among the open ones', () => {
  cache.writeFragment({ fragment: gql`fragment L on Alert { id }`, data: { __typename: 'Alert', id: 'L3' } });
  putAlert(cache, 'U1', { id: 'L3', status: 'OPEN', monitorId: null });
  expect(read()).toEqual({ open: ['L3', 'L1'], all: ['L3', 'L1', 'L0'], monitor: ['L1', 'L0'] });
});
