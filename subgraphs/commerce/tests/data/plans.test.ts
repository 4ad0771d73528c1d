// Hot statements read indexes, not tables, when the shop is large. Reported plans are those of PostgreSQL itself.
import { proofSize } from '@mosaic/embedded/proof-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductSearch } from '../../src/data/search/search-index.js';
import { addToCart } from '../../src/use-cases/add-to-cart.js';
import { type Lab, openLab } from '../lab/open-lab.js';
import { timed } from '../lab/tell.js';

const PRODUCTS = proofSize({ full: 20_000, quick: 4_000 });
let lab: Lab;
/** What was asked of PostgreSQL, with its parameters. */
let statements: [sql: string, values: unknown[]][] = [];

beforeAll(async () => {
  lab = await openLab();
  lab.rooms.orm.config.set('onQuery', (sql: string, values: readonly unknown[]) => {
    statements.push([sql, [...values]]);
    return sql;
  });
  const run = (sql: string) => lab.rooms.orm.em.fork().execute(sql, [], 'run');
  const word = `((array['chaussure','lampe','tapis','bougie','theiere','coussin','miroir','vase'])[1 + n % 8] || ' ' ||
    case n when 7 then 'zibeline' else left(translate(md5(n::text), '0123456789abcdef', 'ghijklmnopqrstuv'), 8) end)`;
  await run(`insert into products (id, slug, name, description, attributes, category_ids, pictures, is_archived, version, created_at)
    select 'product' || n, 'slug-' || n, ${word}, '', '[]', '[]', '[]', false, 1, now() - n * interval '1 minute'
    from generate_series(1, ${PRODUCTS}) n`);
  await run(`insert into product_variants (id, product_id, sku, name, price_minor, currency, attributes, version, created_at)
    select 'variant' || n, 'product' || n, 'sku' || n, 'One', 100 + n, 'EUR', '[]', 1, now() from generate_series(1, ${PRODUCTS}) n`);
  await run(`insert into stock (variant_id, on_hand) select 'variant' || n, 5 from generate_series(1, ${PRODUCTS}) n`);
  await run(`insert into product_search (product_id, sort_name, folded, words, category_ids, attributes, lowest_price, created_at)
    select p.id, p.name, p.name, to_tsvector('simple', p.name) || to_tsvector('french', p.name), array['shelf' || (n % 500)],
      array['color' || chr(31) || (n % 500)], 100 + n, p.created_at
    from generate_series(1, ${PRODUCTS}) n join products p on p.id = 'product' || n`);
  await run(
    `insert into carts (id, buyer_id, created_at) select 'cart' || n, 'buyer' || n, now() from generate_series(1, ${PRODUCTS}) n`,
  );
  await run(`insert into cart_lines (id, cart_id, item_id, quantity, price_minor, currency, added_at)
    select 'line' || n, 'cart' || n, 'variant' || n, 1, 100, 'EUR', now() from generate_series(1, ${PRODUCTS}) n`);
  for (const table of ['products', 'product_variants', 'stock', 'product_search', 'carts', 'cart_lines'])
    await run(`vacuum analyze ${table}`);
  await run('analyze adopted_guests');
}, 120_000);
afterAll(() => lab.close());

/** The tables of the shop that PostgreSQL would read from end to end for what `work` asks. */
async function scannedBy(work: () => Promise<unknown>): Promise<string[]> {
  statements = [];
  await work();
  const asked = statements.filter(([sql]) => /^(select|with|update|delete) /i.test(sql));
  expect(asked).not.toEqual([]);
  const scanned = await lab.rooms.orm.em.fork().transactional(async (em) => {
    await em.execute('set local pg_trgm.word_similarity_threshold = 0.45', [], 'run');
    const plans: object[] = [];
    for (const [sql, values] of asked) plans.push(await em.execute(`explain (format json) ${sql}`, values));
    return JSON.stringify(plans).matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g);
  });
  return [...scanned].map(([, table]) => table ?? '');
}

const none = { text: '', categoryId: null, minPrice: null, maxPrice: null, inStock: null, attributes: [] };
const page = { size: 20, direction: 'forward', after: null, before: null, scope: '' } as const;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const searches: Record<string, Partial<ProductSearch>> = {
  newest: { sort: 'NEWEST' },
  'by price': { sort: 'PRICE_ASC' },
  'by name': { sort: 'NAME' },
  'on a shelf': { categoryId: 'shelf7' },
  'an attribute': { attributes: [{ key: 'color', value: '7' }] },
  'a narrow price': { minPrice: eur(200), maxPrice: eur(220) },
  'in stock': { inStock: true },
  'a word': { text: 'zibeline' },
  'a word with a slip': { text: 'zibelline' },
};

test.each(Object.keys(searches))('%s', async (name) => {
  const search: ProductSearch = { ...none, sort: 'RELEVANCE', ...searches[name] };
  const work = () => timed(`${name} among ${PRODUCTS}`, () => lab.rooms.read.search.page(search, page));
  expect((await work()).length).toBeGreaterThan(0);
  expect(await scannedBy(work)).toEqual([]);
});

test('a cart is read, opened and added to by indexes', async () => {
  expect(await scannedBy(() => lab.rooms.read.carts.of('buyer7'))).toEqual([]);
  const added = () => addToCart(lab.rooms, 'buyer7', { variantId: 'variant8', quantity: 1 });
  expect(await scannedBy(added)).toEqual([]);
  expect(statements.length).toBeGreaterThan(4);
});

test('stock is taken by its key', async () => {
  const lines = ['variant7', 'variant8'].map((variantId) => ({ variantId, quantity: 1 }));
  expect(await scannedBy(() => lab.rooms.transact((unit) => unit.stock.reserve(lines)))).toEqual([]);
});

test('control: a statement without an index would be seen', async () => {
  const work = () => lab.rooms.orm.em.fork().execute('select id from carts where created_at > now()');
  expect(await scannedBy(work)).toEqual(['carts']);
});
