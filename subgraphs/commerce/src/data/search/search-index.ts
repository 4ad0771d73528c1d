// The port of the shop's search: what it is told, what it can be asked. PostgreSQL answers today.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import type { Money } from '@mosaic/kernel/values/money';
import type { Attribute } from '../../domain/attribute.js';
import type { Product } from '../../domain/product.js';
import type { ProductVariant } from '../../domain/product-variant.js';

/** In what order products are listed; equals stand by when they came, the newest first. */
export const productSorts = {
  RELEVANCE: 'What fits the search best first; the newest first without a search.',
  NEWEST: 'The newest first.',
  PRICE_ASC: 'The cheapest first, by the cheapest variant.',
  PRICE_DESC: 'The dearest first, by the cheapest variant.',
  NAME: 'By name, without regard to case and accents.',
} as const;
export type ProductSort = keyof typeof productSorts;

/** What is null is not asked for; everything that is given must hold. */
export interface ProductSearch {
  /** Every word must be found, in French or English, whatever its accents, and within a slip of the keys. */
  readonly text: string;
  readonly categoryId: string | null;
  /** Some variant costs as much or more, and the same one not more than the maximum; both in one currency. */
  readonly minPrice: Money | null;
  readonly maxPrice: Money | null;
  /** True: something is left of some variant. False: nothing is left of any. */
  readonly inStock: boolean | null;
  /** Of the product or one of its variants; of two values of one key either will do. */
  readonly attributes: readonly Attribute[];
  readonly sort: ProductSort;
}

/** A product that was found, and the key of its place in the list. */
export interface Hit {
  readonly productId: string;
  readonly key: CursorKey;
}

/** Counts over everything that was found, not only one page. */
export interface ProductFacets {
  readonly count: number;
  readonly inStockCount: number;
  readonly categories: readonly { categoryId: string; count: number }[];
  readonly attributes: readonly { key: string; values: readonly { value: string; count: number }[] }[];
  readonly prices: readonly { min: Money; max: Money }[];
}

export interface SearchIndex {
  /** In list order, up to one row more than the page has. */
  page(search: ProductSearch, page: Page): Promise<Hit[]>;
  facets(search: ProductSearch): Promise<ProductFacets>;
}

export interface SearchWriter {
  put(product: Product, variants: readonly ProductVariant[], categoryNames: readonly string[]): Promise<void>;
  remove(productId: string): Promise<void>;
}
