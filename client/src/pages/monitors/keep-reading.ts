// Puts a new reading where the cache keeps readings: into the lines, as the latest, and into the statistics.
import type { ApolloCache, Reference } from '@apollo/client';
import { editLists, idOf } from '@/graph/edit-lists';
import { type Stats, statsWith } from './stats-with';
import { beginOf, isWindow } from './windows';

interface Reading {
  readonly id: string;
  readonly value: number;
  readonly at: string;
}

/** A reading that is there already, as after a repeated request, changes nothing. */
export function keepReading(cache: ApolloCache, monitorId: string, reading: Reading, now: number): void {
  const monitor = idOf(cache, 'Monitor', monitorId);
  const own = idOf(cache, 'Reading', reading.id);
  if (!monitor || !own) return;
  let isNew = true;
  editLists(cache, monitor, 'readings', (list, { readField, toReference }) => {
    if (list.edges.some(({ node }) => node.__ref === own)) {
      isNew = false;
      return list;
    }
    const node = toReference({ __typename: 'Reading', id: reading.id });
    const at = Date.parse(reading.at);
    const place = list.edges.findIndex((edge) => Date.parse(String(readField('at', edge.node))) <= at);
    // Older than all that are loaded: it comes with its page.
    if (!node || (place < 0 && list.pageInfo?.hasNextPage)) return list;
    const edges = [...list.edges];
    edges.splice(place < 0 ? edges.length : place, 0, { __typename: 'ReadingEdge', cursor: '', node });
    return { ...list, edges };
  });
  if (!isNew) return;
  cache.modify({
    id: monitor,
    fields: {
      latest(latest: Reference | null, { readField, toReference }) {
        const before = latest ? Date.parse(String(readField('at', latest))) : Number.NEGATIVE_INFINITY;
        return Date.parse(reading.at) < before
          ? latest
          : (toReference({ __typename: 'Reading', id: reading.id }) ?? null);
      },
      stats: ((stats: Stats, { storeFieldName }: { readonly storeFieldName: string }) => {
        const window = /"window":"([^"]+)"/.exec(storeFieldName)?.[1];
        const isWithin = isWindow(window) && Date.parse(reading.at) >= beginOf(window, now);
        return isWithin ? statsWith(stats, reading.value) : stats;
      }) as never,
    },
  });
}
