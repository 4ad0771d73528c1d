// Tells the search what a product says: its words in two languages, its letters for slips of the keys, its attributes.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Attribute } from '../../domain/attribute.js';
import { foldWords } from '../../domain/fold-words.js';
import type { SearchWriter } from './search-index.js';

/** Sorts what has no price after everything that has. */
const NO_PRICE = Number.MAX_SAFE_INTEGER;
const SEPARATOR = '\u001f';

/** An attribute as one text; cleaned texts hold no control character. */
export const attributeText = ({ key, value }: Attribute): string => `${key}${SEPARATOR}${value}`;

export const attributeOf = (text: string): Attribute => {
  const [key = '', value = ''] = text.split(SEPARATOR);
  return { key, value };
};

/** Stems of French and of English, and the words as they are. */
const vector = (weight: 'A' | 'B' | 'D') =>
  ['french', 'english', 'simple']
    .map((language) => `setweight(to_tsvector('${language}', ?), '${weight}')`)
    .join(' || ');

export const writeSearch = (em: EntityManager): SearchWriter => ({
  async put(product, variants, categoryNames) {
    const attributes = [...product.attributes, ...variants.flatMap((variant) => variant.attributes)];
    const name = foldWords(product.name);
    const beside = foldWords(
      [...categoryNames, ...variants.flatMap(({ name, sku }) => [name, sku]), ...attributes.map((a) => a.value)].join(
        ' ',
      ),
    );
    const description = foldWords(product.description);
    const arrayOf = (texts: readonly string[]) => JSON.stringify([...new Set(texts)]);
    const strings = 'array(select jsonb_array_elements_text(?::jsonb))';
    await em.execute(
      `insert into product_search
         (product_id, sort_name, folded, words, category_ids, attributes, lowest_price, created_at)
       values (?, ?, ?, ${vector('A')} || ${vector('B')} || ${vector('D')}, ${strings}, ${strings}, ?, ?)
       on conflict (product_id) do update set sort_name = excluded.sort_name, folded = excluded.folded,
         words = excluded.words, category_ids = excluded.category_ids, attributes = excluded.attributes,
         lowest_price = excluded.lowest_price`,
      [
        product.id,
        // A cursor holds it.
        [...name].slice(0, 60).join(''),
        `${name} ${beside} ${description}`,
        ...[name, beside, description].flatMap((text) => [text, text, text]),
        arrayOf(product.categoryIds),
        arrayOf(attributes.map(attributeText)),
        Math.min(NO_PRICE, ...variants.map(({ priceMinor }) => priceMinor)),
        product.createdAt,
      ],
      'run',
    );
  },

  async remove(productId) {
    await em.execute('delete from product_search where product_id = ?', [productId], 'run');
  },
});
