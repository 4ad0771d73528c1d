// What acts on an event change in the lists that the cache keeps of it, so that nothing is asked for again.
import type { ApolloCache, StoreObject } from '@apollo/client';
import { editLists, idOf, type KeptEdge, ROOT, withLast, without } from '@/graph/edit-lists';
import type { RsvpStatus } from '@/graph/generated/graphql';

/** Inviting an address again answers with the same invitation, which stays where it is. */
export const listInvitation = (cache: ApolloCache, eventId: string, id: string): void =>
  putLast(cache, eventId, 'invitations', { __typename: 'EventInvitation', id });

export const listExpense = (cache: ApolloCache, eventId: string, id: string): void =>
  putLast(cache, eventId, 'expenses', { __typename: 'Expense', id });

export function dropExpense(cache: ApolloCache, eventId: string, id: string): void {
  editLists(cache, idOf(cache, 'Event', eventId), 'expenses', (list) => without(list, idOf(cache, 'Expense', id)));
}

/** Somebody's new answer among the guests. A participant has no id of their own: they are kept in the list itself. */
export function moveGuest(cache: ApolloCache, eventId: string, userId: string, rsvp: RsvpStatus): void {
  const user = idOf(cache, 'User', userId);
  const moved = (edge: KeptEdge): KeptEdge => {
    const guest = edge.node as unknown as { readonly user?: { readonly __ref?: string } | null };
    return guest.user?.__ref === user ? { ...edge, node: { ...edge.node, rsvp } as typeof edge.node } : edge;
  };
  editLists(cache, idOf(cache, 'Event', eventId), 'participants', (list) => ({
    ...list,
    edges: list.edges.map(moved),
  }));
}

function putLast(
  cache: ApolloCache,
  eventId: string,
  field: string,
  thing: StoreObject & { __typename: string },
): void {
  editLists(cache, idOf(cache, 'Event', eventId), field, (list, { toReference }) => {
    const node = toReference(thing);
    return node ? withLast(list, { __typename: `${thing.__typename}Edge`, node }) : list;
  });
}

/** A new event among the viewer's; the page sorts them. */
export function listEvent(cache: ApolloCache, id: string): void {
  editLists(cache, ROOT, 'myEvents', (list, { toReference }) => {
    const node = toReference({ __typename: 'Event', id });
    return node ? withLast(list, { __typename: 'EventEdge', node }) : list;
  });
}
