// The search in PostgreSQL: full text of two languages, and trigrams for what is misspelt.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import { money } from '@mosaic/kernel/values/money';
import { conditionOf, join, relevanceOf, type Sql } from './search-conditions.js';
import type { ProductSearch, SearchIndex } from './search-index.js';
import { attributeOf } from './write-search.js';

/** How much of a word's trigrams must be there: "pantolon" finds "pantalon" with 0.5. */
const FORGIVING = '0.45';
const MOST_KEYS = 20;
const MOST_VALUES = 20;

/** What a list is sorted by before `product_id`, and which way both go. */
function orderOf(search: ProductSearch): { by: Sql; ascending: boolean; type: 'number' | 'text' | 'instant' } {
  const column = (text: string): Sql => ({ text, values: [] });
  if (search.sort === 'PRICE_ASC') return { by: column('s.lowest_price'), ascending: true, type: 'number' };
  if (search.sort === 'PRICE_DESC') return { by: column('s.lowest_price'), ascending: false, type: 'number' };
  if (search.sort === 'NAME') return { by: column('s.sort_name'), ascending: true, type: 'text' };
  const relevance = relevanceOf(search);
  if (search.sort === 'RELEVANCE' && relevance.values.length > 0)
    return { by: relevance, ascending: false, type: 'number' };
  return { by: column('s.created_at'), ascending: false, type: 'instant' };
}

const CAST = { number: '?::bigint', text: '?', instant: '?::timestamptz' } as const;
const READ = {
  number: Number,
  text: String,
  instant: (place: string | number | Date) => new Date(place).toISOString(),
} as const;

export function postgresSearch(fork: () => EntityManager): SearchIndex {
  /** The threshold of `<%` belongs to the transaction. */
  const ask = <T extends object>({ text, values }: Sql): Promise<T[]> =>
    fork().transactional(async (em) => {
      await em.execute(`set local pg_trgm.word_similarity_threshold = ${FORGIVING}`, [], 'run');
      return em.execute<T[]>(text, [...values]);
    });

  return {
    async page(search, page) {
      const { by, ascending, type } = orderOf(search);
      const isForward = page.direction === 'forward';
      const way = ascending === isForward ? 'asc' : 'desc';
      const beyond = (key: CursorKey | null, sign: '<' | '>'): Sql[] =>
        key
          ? [{ text: ` and (${by.text}, s.product_id) ${sign} (${CAST[type]}, ?)`, values: [...by.values, ...key] }]
          : [];
      const rows = await ask<{ product_id: string; place: string | number | Date }>(
        join(
          [
            { text: `select s.product_id, ${by.text} as place from product_search s where `, values: by.values },
            conditionOf(search),
            ...beyond(page.after, ascending ? '>' : '<'),
            ...beyond(page.before, ascending ? '<' : '>'),
            { text: ` order by place ${way}, s.product_id ${way} limit ?`, values: [page.size + 1] },
          ],
          '',
        ),
      );
      const hits = rows.map(({ product_id: productId, place }) => ({
        productId,
        key: [READ[type](place), productId],
      }));
      return isForward ? hits : hits.reverse();
    },

    async facets(search) {
      const condition = conditionOf(search);
      const rows = await ask<{ facet: string; name: string; n: number; low: string | null; high: string | null }>({
        text: `with found as materialized (select s.product_id, s.category_ids, s.attributes from product_search s
            where ${condition.text}),
          offers as materialized (select f.product_id, v.currency, v.price_minor, stock.on_hand > stock.reserved as is_left
            from found f join product_variants v on v.product_id = f.product_id join stock on stock.variant_id = v.id)
          select 'count' as facet, '' as name, count(*)::integer as n, null::bigint as low, null::bigint as high from found
          union all select 'left', '', count(distinct product_id)::integer, null, null from offers where is_left
          union all select 'category', id, count(*)::integer, null, null from found, unnest(category_ids) as id group by id
          union all select 'attribute', a, count(*)::integer, null, null from found, unnest(attributes) as a group by a
          union all select 'price', currency, count(*)::integer, min(price_minor), max(price_minor) from offers
            group by currency`,
        values: condition.values,
      });
      const most = rows.toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
      const named = (facet: string) => most.filter((row) => row.facet === facet);
      const numberOf = (facet: string) => named(facet)[0]?.n ?? 0;
      const keys = new Map<string, { value: string; count: number }[]>();
      for (const { name, n } of named('attribute')) {
        const { key, value } = attributeOf(name);
        const values = keys.get(key) ?? [];
        if (values.length < MOST_VALUES) keys.set(key, [...values, { value, count: n }]);
      }
      return {
        count: numberOf('count'),
        inStockCount: numberOf('left'),
        categories: named('category').map(({ name, n }) => ({ categoryId: name, count: n })),
        attributes: [...keys].slice(0, MOST_KEYS).map(([key, values]) => ({ key, values })),
        prices: named('price').map(({ name, low, high }) => ({
          min: money(Number(low), name),
          max: money(Number(high), name),
        })),
      };
    },
  };
}
