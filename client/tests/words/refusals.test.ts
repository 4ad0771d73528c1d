// Every refusal that the graph and the router can say has a French sentence, with exactly the same parameters.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parameterInFrench } from '../../src/words/parameters-fr';
import { parametersIn, refusalText } from '../../src/words/refusals';
import { french } from '../../src/words/refusals-fr';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const said = [...read('docs/refusals.md').matchAll(/^\| `([A-Z_]+)` \| (.+) \|$/gm)].map(
  ([, code = '', text = '']) => ({
    code,
    text,
  }),
);
const byRouter = [...read('router/src/respond/refusals.ts').matchAll(/^ {2}([A-Z_]+): \[\d{3}, '/gm)].map(
  ([, code = '']) => code,
);
const sentencesOf = (code: string) => [french[code] ?? []].flat();
const named = (sentence: string) =>
  parametersIn(sentence)
    .sort((one, other) => one.localeCompare(other))
    .join(' ');

const refusal = (code: string, parameters: Record<string, string> = {}, message = 'in English') => ({
  code,
  message,
  path: null,
  parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
});

test('the catalogues were found', () => {
  expect(said.length).toBeGreaterThan(100);
  expect(byRouter).toContain('UNKNOWN_GUEST');
});

test.each(said)('$code has a French sentence with the same parameters: $text', ({ code, text }) => {
  expect(sentencesOf(code).map(named)).toContain(named(text));
});

test.each(byRouter)('%s of the router has a French sentence', (code) => {
  expect(sentencesOf(code)).toHaveLength(1);
});

test('nothing is translated that nobody says', () => {
  const known = new Set([...said.map(({ code }) => code), ...byRouter, 'FORBIDDEN']);
  expect(Object.keys(french).filter((code) => !known.has(code))).toEqual([]);
});

test('no French sentence has parameters that the English one lacks', () => {
  for (const [code, sentences] of Object.entries(french)) {
    const english = said.filter((one) => one.code === code).map(({ text }) => named(text));
    for (const sentence of [sentences].flat()) expect(['', ...english]).toContain(named(sentence));
  }
});

describe('a sentence', () => {
  test('carries its parameters', () => {
    const text = refusalText(refusal('TOO_MANY_ATTEMPTS', { retryAfterSeconds: '42' }), 'fr');
    expect(text).toBe('Trop de tentatives ; réessayez dans 42 secondes.');
  });

  test('is the server’s in English, and for a code that is not known', () => {
    expect(refusalText(refusal('WRONG_CREDENTIALS', {}, 'Wrong.'), 'en')).toBe('Wrong.');
    expect(refusalText(refusal('OF_TOMORROW', {}, 'Not today.'), 'fr')).toBe('Not today.');
  });

  test('is chosen by the parameters where one code says two things', () => {
    expect(refusalText(refusal('TOO_MANY', { most: '5' }), 'fr')).toBe('Il ne peut y en avoir plus de 5.');
    expect(refusalText(refusal('TOO_MANY', { limit: '9' }), 'fr')).toBe('Il y en a au plus 9.');
    expect(refusalText(refusal('ILLEGAL_TRANSITION', { status: 'NO_SHOW', action: 'be cancelled' }), 'fr')).toBe(
      'Un rendez-vous dont l’état est « absence » ne peut pas être annulé.',
    );
    expect(
      refusalText(
        refusal('ILLEGAL_TRANSITION', { from: 'OPEN', to: 'OPEN', allowed: 'ACKNOWLEDGED or RESOLVED' }),
        'fr',
      ),
    ).toBe(
      'De « ouverte », cette alerte ne peut pas passer à « ouverte » ; elle peut passer à : prise en compte ou résolue.',
    );
  });

  test('says why a value cannot be used, or leaves the English reason out', () => {
    const because = (reason: string) => refusalText(refusal('BAD_INPUT', { reason }), 'fr');
    expect(because('it must not be longer than 60 characters')).toBe(
      'Cette valeur ne convient pas : au plus 60 caractères.',
    );
    expect(because('at least 1')).toBe('Cette valeur ne convient pas : au moins 1.');
    expect(because('something nobody translated')).toBe('Cette valeur ne convient pas.');
  });
});

test('values that are no words stay what they are', () => {
  expect(parameterInFrench('limit', '200')).toBe('200');
  expect(parameterInFrench('currency', 'EUR')).toBe('EUR');
  expect(parameterInFrench('reason', 'a price goes from 0 to 100 minor units')).toBe('ce prix est hors limites.');
});
