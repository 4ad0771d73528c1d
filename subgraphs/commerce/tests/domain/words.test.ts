// How the shop compares words.
import { expect, test } from 'vitest';
import { foldWords, wordsOf } from '../../src/domain/fold-words.js';

test.each([
  ['Bœuf à l’Ancienne', 'boeuf a l ancienne'],
  ['ÉTÉ', 'ete'],
  ['Straße  -- 12', 'strasse 12'],
  ['e\u0301te\u0301', 'ete'],
  ['\ud800', ''],
  ['', ''],
])('%j is folded to %j', (text, folded) => {
  expect(foldWords(text)).toBe(folded);
});

test.each([
  ['La chaussure de Randonnée', ['chaussure', 'randonnee']],
  ['the lamp', ['lamp']],
  ['thé vert', ['the', 'vert']],
  ['les', ['les']],
  ['été Été ete', ['ete']],
  ["l'été & :* ( <->", ['ete']],
  ['!!!', []],
  ['a1 a2 a3 a4 a5 a6 a7 a8 a9', ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8']],
])('%j asks for %j', (search, words) => {
  expect(wordsOf(search)).toEqual(words);
});
