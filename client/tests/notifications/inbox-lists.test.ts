// The inbox as lists: arrivals come in front once, and reading up to one reads the older ones with it.
import { expect, test } from 'vitest';
import { leftUnread, readBy, withArrival } from '../../src/pages/notifications/inbox-lists';

const edge = (id: string, readAt: string | null = null) => ({ cursor: id, node: { id, readAt } });
const inbox = [edge('d'), edge('c', '2026-01-01'), edge('b'), edge('a')];
const ids = (edges: readonly { readonly node: { readonly id: string } }[]) => edges.map(({ node }) => node.id);

test('an arrival goes in front', () => {
  expect(ids(withArrival(inbox, edge('e')))).toEqual(['e', 'd', 'c', 'b', 'a']);
});

test('what is there already stays where it is', () => {
  expect(withArrival(inbox, edge('b'))).toBe(inbox);
});

test('reading up to one reads it and the older ones', () => {
  expect(readBy(inbox, 'b').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(readBy(inbox, 'd').map(({ id }) => id)).toEqual(['d', 'b', 'a']);
  expect(readBy(inbox, 'gone')).toEqual([]);
});

test('those above it stay unread', () => {
  expect(leftUnread(inbox, 'd')).toBe(0);
  expect(leftUnread(inbox, 'b')).toBe(1);
  expect(leftUnread(inbox, 'gone')).toBe(0);
});
