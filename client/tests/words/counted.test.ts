// Counting in two languages: French counts none as one, English as many. The language is that of <html>.
import { afterEach, expect, test, vi } from 'vitest';
import { counted, inBoth, wordsNow } from '../../src/words/words';

const speak = (lang: string) => vi.stubGlobal('document', { documentElement: { lang } });
afterEach(() => void vi.unstubAllGlobals());

test('English', () => {
  speak('en');
  expect([0, 1, 2, 1200].map((count) => counted(count, 'message', 'messages'))).toEqual([
    '0 messages',
    '1 message',
    '2 messages',
    '1,200 messages',
  ]);
});

test('French', () => {
  speak('fr');
  expect([0, 1, 2].map((count) => counted(count, 'message', 'messages'))).toEqual([
    '0 message',
    '1 message',
    '2 messages',
  ]);
});

test('any other language is English', () => {
  const words = inBoth({ en: { yes: 'Yes' }, fr: { yes: 'Oui' } });
  speak('de');
  expect(wordsNow(words).yes).toBe('Yes');
  speak('fr');
  expect(wordsNow(words).yes).toBe('Oui');
});
