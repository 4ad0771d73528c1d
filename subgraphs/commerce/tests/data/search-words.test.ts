// What people type finds what they mean: without accents, in another form of the word, with a slip of the keys.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductSearch } from '../../src/data/search/search-index.js';
import { archiveProduct } from '../../src/use-cases/archive-product.js';
import { updateProduct } from '../../src/use-cases/update-product.js';
import { granted, type Lab, openLab } from '../lab/open-lab.js';
import { newProduct, newVariant, shopkeeper } from '../lab/shop.js';

let lab: Lab;
const names = new Map<string, string>();

beforeAll(async () => {
  lab = await openLab();
  const add = async (name: string, description = '', categories: string[] = []) =>
    names.set((await newProduct(lab.rooms, { name, description, categories })).id, name);
  await add('Chaussure de randonnée', 'Semelle souple, pour la montagne.', ['Sport']);
  await add('Lacets', 'Pour chaussures et bottes.', ['Sport']);
  await add('Théière en fonte', 'Elle garde le thé chaud.', ['Cuisine']);
  await add('Pantalon d’été', 'Léger.', ['Vêtements']);
  await add('Walking boots', 'Waterproof, for mountains.', ['Sport']);
  await add('Cœur en verre', 'Une décoration.', ['Maison']);
  await add('Chaise', 'En bois de hêtre.', ['Maison']);
});
afterAll(() => lab.close());

const find = async (text: string, more: Partial<ProductSearch> = {}): Promise<(string | undefined)[]> => {
  const none = { categoryId: null, minPrice: null, maxPrice: null, inStock: null, attributes: [] };
  const page = { size: 100, direction: 'forward', after: null, before: null, scope: '' } as const;
  const hits = await lab.rooms.read.search.page({ text, ...none, sort: 'RELEVANCE', ...more }, page);
  return hits.map(({ productId }) => names.get(productId));
};

test.each([
  ['chausure', ['Chaussure de randonnée', 'Lacets']],
  ['Chaussures', ['Chaussure de randonnée', 'Lacets']],
  ['CHAUSSURE', ['Chaussure de randonnée', 'Lacets']],
  ['chaussure randonnee', ['Chaussure de randonnée']],
  ['chausure de randonée', ['Chaussure de randonnée']],
  ['theiere', ['Théière en fonte']],
  ['thé', ['Théière en fonte']],
  ['pantolon', ['Pantalon d’été']],
  ['ete', ['Pantalon d’été']],
  ['boot', ['Walking boots']],
  ['montain', ['Walking boots', 'Chaussure de randonnée']],
  ['mountain boots', ['Walking boots']],
  ['coeur', ['Cœur en verre']],
  ['cœurs', ['Cœur en verre']],
  ['decoration', ['Cœur en verre']],
  ['vetement', ['Pantalon d’été']],
  ['hetre', ['Chaise']],
  ['xylophone', []],
])('%s', async (text, found) => {
  expect(new Set(await find(text))).toEqual(new Set(found));
});

test('what is written right stands before a slip, a name before a description', async () => {
  expect(await find('chaussure')).toEqual(['Chaussure de randonnée', 'Lacets']);
});

test.each(["'", '\\', '%', '&', '!', ':*', '(', '<->', '\u0301', '\ud800', '   ', 'le la les', ''])(
  'the hostile search %j is answered',
  async (text) => {
    expect(Array.isArray(await find(text))).toBe(true);
  },
);

test('little words do not count beside others, and nothing asked is everything', async () => {
  expect(await find('la chaise')).toEqual(['Chaise']);
  expect(await find('')).toHaveLength(7);
});

test('a change is found at once, and what is archived never', async () => {
  const product = await newProduct(lab.rooms, { name: 'Horloge' });
  names.set(product.id, 'Horloge');
  expect(await find('horloge')).toEqual(['Horloge']);
  await newVariant(lab.rooms, { productId: product.id, name: 'Murale', attributes: [{ key: 'color', value: 'Ocre' }] });
  expect(await find('ocre murale')).toEqual(['Horloge']);
  const change = { productId: product.id, expectedVersion: 1, name: 'Pendule' };
  granted(await updateProduct(lab.rooms, shopkeeper, change));
  expect(await find('horloge')).toEqual([]);
  expect(await find('pendule')).toEqual(['Horloge']);
  granted(await archiveProduct(lab.rooms, shopkeeper, product.id));
  expect(await find('pendule')).toEqual([]);
});
