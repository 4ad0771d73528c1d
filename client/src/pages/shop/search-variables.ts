// A search of the shop as the graph asks for it, and the choices its filters offer.
import { digitsOf } from '@/parts/minor-units';
import type { ProductsVariables } from './products-query';
import type { Attribute, ShopSearch } from './search-address';

const PAGE = 24;

export function askFor(search: ShopSearch): ProductsVariables {
  const money = (amount: number | null) =>
    amount === null ? null : { amountMinor: amount * minorUnits(search.currency), currency: search.currency };
  return {
    first: PAGE,
    search: search.text.trim() || null,
    categoryId: search.categoryId,
    minPrice: money(search.least),
    maxPrice: money(search.most),
    inStock: search.isInStock ? true : null,
    attributes: search.attributes.length > 0 ? search.attributes.map(({ key, value }) => ({ key, value })) : null,
    sort: search.sort,
  };
}

/** How many of its smallest coins make one, e.g. 100 for EUR and 1 for JPY. */
export const minorUnits = (currency: string): number => 10 ** digitsOf(currency);

interface AttributeCounts {
  readonly key: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/**
 * What can be chosen of each attribute. Where something of a key is chosen already, its other values are counted as if
 * nothing were, because either of them will do. A chosen value stays in sight even when nothing has it.
 */
export function choicesOf(
  found: readonly AttributeCounts[],
  withoutAttributes: readonly AttributeCounts[],
  chosen: readonly Attribute[],
): readonly AttributeCounts[] {
  const isChosen = (key: string) => chosen.some((one) => one.key === key);
  const narrow = new Map(found.map((facet) => [facet.key, facet]));
  const wide = new Map(withoutAttributes.map((facet) => [facet.key, facet]));
  const keys = new Set([...wide.keys(), ...narrow.keys(), ...chosen.map(({ key }) => key)]);
  return [...keys].flatMap((key) => {
    const values = (isChosen(key) ? wide : narrow).get(key)?.values ?? [];
    const lost = chosen.filter((one) => one.key === key && !values.some(({ value }) => value === one.value));
    const all = [...values, ...lost.map(({ value }) => ({ value, count: 0 }))];
    return all.length > 0 ? [{ key, values: all }] : [];
  });
}
