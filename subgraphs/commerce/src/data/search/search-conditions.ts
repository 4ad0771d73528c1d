// A search as SQL: which rows of product_search are meant, and how well each fits.
import { wordsOf } from '../../domain/fold-words.js';
import type { ProductSearch } from './search-index.js';
import { attributeText } from './write-search.js';

/** SQL with its parameters in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

export const join = (parts: readonly Sql[], between: string): Sql => ({
  text: parts.map(({ text }) => text).join(between),
  values: parts.flatMap(({ values }) => values),
});

/** Letters that a slip may change; shorter words must be written as they are. */
const SHORTEST_FORGIVEN = 4;

/** A folded word as stems of both languages, and as the beginning of a word. */
const query = (word: string): Sql => ({
  text: "(plainto_tsquery('french', ?) || plainto_tsquery('english', ?) || to_tsquery('simple', ?))",
  values: [word, word, `${word}:*`],
});

const finds = (word: string): Sql => {
  const { text, values } = query(word);
  const exact = { text: `s.words @@ ${text}`, values };
  if (word.length < SHORTEST_FORGIVEN) return exact;
  return join([exact, { text: '? <% s.folded', values: [word] }], ' or ');
};

/** What is written right counts more than any slip; a word of the name more than one of the description. */
const score = (word: string): Sql => {
  const { text, values } = query(word);
  return {
    text: `case when s.words @@ ${text} then 1 + ts_rank(s.words, ${text}) else word_similarity(?, s.folded) end`,
    values: [...values, ...values, word],
  };
};

/** A whole number, so that it reads the same from a cursor. */
export function relevanceOf(search: ProductSearch): Sql {
  const sum = join(wordsOf(search.text).map(score), ' + ');
  return sum.text === ''
    ? { text: '0', values: [] }
    : { text: `(1000000 * (${sum.text}))::integer`, values: sum.values };
}

const IN_STOCK = `exists (select 1 from product_variants v join stock on stock.variant_id = v.id
  where v.product_id = s.product_id and stock.on_hand > stock.reserved)`;

/** True for every product when nothing is asked for. */
export function conditionOf(search: ProductSearch): Sql {
  const parts: Sql[] = wordsOf(search.text)
    .map(finds)
    .map(({ text, values }) => ({ text: `(${text})`, values }));
  if (search.categoryId !== null) parts.push({ text: 's.category_ids @> array[?]', values: [search.categoryId] });
  const { minPrice, maxPrice } = search;
  const currency = (minPrice ?? maxPrice)?.currency;
  if (currency !== undefined) {
    parts.push({
      text: `exists (select 1 from product_variants v where v.product_id = s.product_id and v.currency = ?
        and v.price_minor between ? and ?)`,
      values: [currency, minPrice?.amountMinor ?? 0, maxPrice?.amountMinor ?? Number.MAX_SAFE_INTEGER],
    });
  }
  if (search.inStock !== null) parts.push({ text: search.inStock ? IN_STOCK : `not ${IN_STOCK}`, values: [] });
  for (const key of new Set(search.attributes.map((attribute) => attribute.key))) {
    const values = search.attributes.filter((attribute) => attribute.key === key).map(attributeText);
    parts.push({ text: `s.attributes && array[${values.map(() => '?').join(', ')}]`, values });
  }
  return parts.length === 0 ? { text: 'true', values: [] } : join(parts, ' and ');
}
