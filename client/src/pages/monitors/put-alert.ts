// Puts an alert, as it is now, into the lists that the cache keeps: a new one on top, and out of lists of another status.
import type { ApolloCache } from '@apollo/client';
import { editLists, idOf, withFirst, without } from '@/graph/edit-lists';

interface AlertNow {
  readonly id: string;
  readonly status: 'OPEN' | 'ACKNOWLEDGED' | 'RESOLVED';
  readonly monitorId: string | null;
}

export function putAlert(cache: ApolloCache, userId: string, { id, status, monitorId }: AlertNow): void {
  const ref = idOf(cache, 'Alert', id);
  const isNew = status === 'OPEN';
  editLists(cache, idOf(cache, 'User', userId), 'alerts', (list, { storeFieldName, toReference }) => {
    const asked = /"status":"(\w+)"/.exec(storeFieldName)?.[1];
    if (asked && asked !== status) return without(list, ref);
    const node = isNew && toReference({ __typename: 'Alert', id });
    return node ? withFirst(list, 'Alert', node) : list;
  });
  if (!isNew || !monitorId) return;
  editLists(cache, idOf(cache, 'Monitor', monitorId), 'alerts', (list, { toReference }) => {
    const node = toReference({ __typename: 'Alert', id });
    return node ? withFirst(list, 'Alert', node) : list;
  });
}
