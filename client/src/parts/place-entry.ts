// Puts what came live into every calendar that is loaded: an entry that is new or moved to its place, one that is gone out.
import type { ApolloCache, Reference, StoreObject } from '@apollo/client';
import { calendarEntryFragment, type MaskedEntry } from './calendar-entry';

type Kept = Reference | StoreObject;

export function placeEntry(cache: ApolloCache, itemId: string, entry: MaskedEntry | null): void {
  const reference = entry
    ? cache.writeFragment({
        fragment: calendarEntryFragment,
        fragmentName: 'CalendarEntry_entry',
        data: entry as never,
      })
    : undefined;
  cache.modify({
    id: 'ROOT_QUERY',
    fields: {
      calendar(existing: readonly Kept[], { readField, storeFieldName }) {
        const others = existing.filter((one) => readField('id', one) !== itemId);
        const from = (one: Kept) => String(readField('startsAt', one));
        if (!reference) return others;
        const { from: earliest, to: latest } = rangeOf(storeFieldName);
        const isOutside = from(reference) >= latest || String(readField('endsAt', reference)) <= earliest;
        return isOutside ? others : [...others, reference].sort((a, b) => (from(a) < from(b) ? -1 : 1));
      },
    },
  });
}

/** The arguments as Apollo writes them into the name of the field: calendar({"from":"...","to":"..."}). */
function rangeOf(storeFieldName: string): { readonly from: string; readonly to: string } {
  const text = storeFieldName.slice(storeFieldName.indexOf('(') + 1, -1);
  return JSON.parse(text) as { from: string; to: string };
}
