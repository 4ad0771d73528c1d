// What somebody looks for in the shop, as the page's address says it, so that it can be shared, kept and gone back to.
import type { ProductSort } from '@/graph/generated/graphql';

export interface ShopSearch {
  readonly text: string;
  readonly categoryId: string | null;
  /** Whole units of money, such as euros; null is no limit. */
  readonly least: number | null;
  readonly most: number | null;
  readonly currency: string;
  readonly isInStock: boolean;
  /** Of two values of one key either will do. */
  readonly attributes: readonly Attribute[];
  readonly sort: ProductSort;
}

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

const SORTS: readonly ProductSort[] = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'NAME'];
const PRICE = /^([A-Z]{3}):(\d{0,7})-(\d{0,7})$/;
/** More than these the server refuses. */
const MOST_ATTRIBUTES = 20;

/** Whatever the address holds that makes no sense is as if it were not there. */
export function readSearch(address: URLSearchParams): ShopSearch {
  const [, currency = 'EUR', least = '', most = ''] = PRICE.exec(address.get('price') ?? '') ?? [];
  const sort = SORTS.find((one) => one === address.get('sort')?.toUpperCase());
  return {
    text: (address.get('q') ?? '').slice(0, 200),
    categoryId: address.get('category') || null,
    least: least ? Number(least) : null,
    most: most ? Number(most) : null,
    currency,
    isInStock: address.get('stock') === '1',
    attributes: address.getAll('with').flatMap(readAttribute).slice(0, MOST_ATTRIBUTES),
    sort: sort ?? 'RELEVANCE',
  };
}

function readAttribute(text: string): Attribute[] {
  const at = text.indexOf('=');
  return at > 0 && at < text.length - 1 ? [{ key: text.slice(0, at), value: text.slice(at + 1) }] : [];
}

export function writeSearch(search: ShopSearch): URLSearchParams {
  const address = new URLSearchParams();
  if (search.text) address.set('q', search.text);
  if (search.categoryId) address.set('category', search.categoryId);
  if (search.least !== null || search.most !== null)
    address.set('price', `${search.currency}:${search.least ?? ''}-${search.most ?? ''}`);
  if (search.isInStock) address.set('stock', '1');
  for (const { key, value } of search.attributes) address.append('with', `${key}=${value}`);
  if (search.sort !== 'RELEVANCE') address.set('sort', search.sort.toLowerCase());
  return address;
}

/** How many filters are set, beside the words that are looked for. */
export const countFilters = ({ categoryId, least, most, isInStock, attributes }: ShopSearch): number =>
  Number(categoryId !== null) + Number(least !== null || most !== null) + Number(isInStock) + attributes.length;

export function toggled(attributes: readonly Attribute[], { key, value }: Attribute): readonly Attribute[] {
  const rest = attributes.filter((one) => one.key !== key || one.value !== value);
  return rest.length < attributes.length ? rest : [...attributes, { key, value }];
}
