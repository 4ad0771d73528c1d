// Filters combined in hundreds of ways give what looking at every product by hand gives, and so do the counts.
import { proofSize } from '@mosaic/embedded/proof-size';
import { money } from '@mosaic/kernel/values/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductSearch } from '../../src/data/search/search-index.js';
import type { Attribute } from '../../src/domain/attribute.js';
import { foldWords } from '../../src/domain/fold-words.js';
import { type Lab, openLab } from '../lab/open-lab.js';
import { randomFrom, type Seeded, SHELVES, seedShop } from '../lab/seed-shop.js';

const PRODUCTS = proofSize({ full: 250, quick: 80 });
const SEARCHES = proofSize({ full: 500, quick: 100 });
let lab: Lab;
let shop: Seeded[];
const shelfIds = new Map<string, string>();

beforeAll(async () => {
  lab = await openLab();
  shop = await seedShop(lab.rooms, PRODUCTS);
  for (const { id, name } of await lab.rows<{ id: string; name: string }>('select id, name from product_categories'))
    shelfIds.set(name, id);
}, 120_000);
afterAll(() => lab.close());

const everything: ProductSearch = {
  text: '',
  categoryId: null,
  minPrice: null,
  maxPrice: null,
  inStock: null,
  attributes: [],
  sort: 'RELEVANCE',
};
const attributesOf = ({ attributes, variants }: Seeded): Attribute[] => [
  ...attributes,
  ...variants.flatMap((variant) => variant.attributes),
];

/** What a person would do with a list and a pencil. Words here are whole words of the name. */
function isMeant(product: Seeded, search: ProductSearch): boolean {
  const words = foldWords(product.name).split(' ');
  const { minPrice, maxPrice, inStock, categoryId, attributes } = search;
  const currency = (minPrice ?? maxPrice)?.currency;
  const keys = new Set(attributes.map(({ key }) => key));
  return (
    foldWords(search.text)
      .split(' ')
      .every((word) => word === '' || words.includes(word)) &&
    (categoryId === null || product.categories.some((name) => shelfIds.get(name) === categoryId)) &&
    (currency === undefined ||
      product.variants.some(
        (variant) =>
          variant.currency === currency &&
          variant.priceMinor >= (minPrice?.amountMinor ?? 0) &&
          variant.priceMinor <= (maxPrice?.amountMinor ?? Number.POSITIVE_INFINITY),
      )) &&
    (inStock === null || product.variants.some(({ stock }) => stock > 0) === inStock) &&
    [...keys].every((key) =>
      attributes.some(
        (wanted) =>
          wanted.key === key && attributesOf(product).some((has) => has.key === key && has.value === wanted.value),
      ),
    )
  );
}

function randomSearch(random: () => number): ProductSearch {
  const maybe = <T>(value: T): T | null => (random() < 0.4 ? value : null);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const currency = pick(['EUR', 'USD']);
  const attributes = [
    ...(random() < 0.3 ? [{ key: 'color', value: pick(['rouge', 'bleu', 'mauve']) }] : []),
    ...(random() < 0.2 ? [{ key: 'color', value: 'vert' }] : []),
    ...(random() < 0.3 ? [{ key: 'size', value: pick(['S', 'M', 'L']) }] : []),
  ];
  return {
    ...everything,
    text: maybe(pick(['chaussure', 'tapis', 'COEUR', 'lampe laine', 'theiere'])) ?? '',
    categoryId: maybe(shelfIds.get(pick(SHELVES)) ?? ''),
    minPrice: maybe(money(Math.floor(random() * 8_000), currency)),
    maxPrice: maybe(money(2_000 + Math.floor(random() * 8_000), currency)),
    inStock: maybe(random() < 0.7),
    attributes,
  };
}

const found = async (search: ProductSearch): Promise<string[]> => {
  const page = { size: 1_000, direction: 'forward', after: null, before: null, scope: '' } as const;
  return (await lab.rooms.read.search.page(search, page)).map(({ productId }) => productId);
};
const countsOf = (texts: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

test(`${SEARCHES} combined searches find what brute force finds, and count the same`, async () => {
  const random = randomFrom(7);
  let hits = 0;
  for (let at = 0; at < SEARCHES; at += 1) {
    const search = randomSearch(random);
    const meant = shop.filter((product) => isMeant(product, search));
    expect(new Set(await found(search)), JSON.stringify(search)).toEqual(new Set(meant.map(({ id }) => id)));
    hits += meant.length;

    const facets = await lab.rooms.read.search.facets(search);
    expect(facets.count).toBe(meant.length);
    expect(facets.inStockCount).toBe(meant.filter(({ variants }) => variants.some(({ stock }) => stock > 0)).length);
    expect(new Map(facets.categories.map(({ categoryId, count }) => [categoryId, count]))).toEqual(
      countsOf(meant.flatMap(({ categories }) => categories.map((name) => shelfIds.get(name) ?? ''))),
    );
    const values = facets.attributes.flatMap(({ key, values }) =>
      values.map(({ value, count }): [string, number] => [`${key} ${value}`, count]),
    );
    expect(new Map(values)).toEqual(
      countsOf(meant.flatMap((one) => [...new Set(attributesOf(one).map(({ key, value }) => `${key} ${value}`))])),
    );
    const prices = meant.flatMap(({ variants }) => variants).filter(({ currency }) => currency === 'EUR');
    const euros = facets.prices.find(({ min }) => min.currency === 'EUR');
    expect([euros?.min.amountMinor, euros?.max.amountMinor]).toEqual(
      prices.length === 0
        ? [undefined, undefined]
        : [Math.min(...prices.map((p) => p.priceMinor)), Math.max(...prices.map((p) => p.priceMinor))],
    );
  }
  expect(hits).toBeGreaterThan(SEARCHES);
});

test.each(['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'NAME'] as const)(
  'pages by %s meet without gap or repetition, in both directions',
  async (sort) => {
    const search: ProductSearch = { ...everything, text: sort === 'RELEVANCE' ? 'chaussure' : '', sort };
    const all = await found(search);
    expect(all.length).toBeGreaterThan(7);
    const walk = async (direction: 'forward' | 'backward') => {
      const seen: string[] = [];
      let key: readonly (string | number)[] | null = null;
      for (;;) {
        const ends = direction === 'forward' ? { after: key, before: null } : { after: null, before: key };
        const hits = await lab.rooms.read.search.page(search, { size: 6, direction, scope: '', ...ends });
        const page = direction === 'forward' ? hits.slice(0, 6) : hits.slice(-6);
        if (direction === 'forward') seen.push(...page.map(({ productId }) => productId));
        else seen.unshift(...page.map(({ productId }) => productId));
        if (hits.length <= 6) return seen;
        key = (direction === 'forward' ? page.at(-1) : page[0])?.key ?? null;
      }
    };
    expect(await walk('forward')).toEqual(all);
    expect(await walk('backward')).toEqual(all);
  },
);
