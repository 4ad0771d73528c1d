// Web addresses in texts become links, and nothing else does.
import { expect, test } from 'vitest';
import { findLinks } from '../../src/pages/chat/find-links';

const urls = (text: string) => findLinks(text).flatMap(({ url }) => url ?? []);

test('a text is cut into what is said and where it leads, losing nothing', () => {
  const text = 'See https://example.org/a?b=1#c, then http://example.com.';
  expect(findLinks(text)).toEqual([
    { at: 0, text: 'See ', url: null },
    { at: 4, text: 'https://example.org/a?b=1#c', url: 'https://example.org/a?b=1#c' },
    { at: 31, text: ', then ', url: null },
    { at: 38, text: 'http://example.com', url: 'http://example.com/' },
    { at: 56, text: '.', url: null },
  ]);
});

test('what closes a sentence or a bracket is not part of an address', () => {
  expect(urls('(https://example.org/x)')).toEqual(['https://example.org/x']);
  expect(urls('Vu : https://fr.example.org/wiki/Mosaïque_(art) !')).toEqual([
    'https://fr.example.org/wiki/Mosa%C3%AFque_(art)',
  ]);
});

test('scripts, files and broken addresses stay text', () => {
  expect(urls('javascript:alert(1) data:text/html,x file:///etc ftp://x https:// http://[ plain.org')).toEqual([]);
  expect(findLinks('<img src=x onerror=alert(1)>')).toEqual([
    { at: 0, text: '<img src=x onerror=alert(1)>', url: null },
  ]);
});
