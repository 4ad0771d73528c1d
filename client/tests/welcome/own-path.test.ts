// Where one goes after signing in is a page of this app, whatever the address asks for.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownPath } from '../../src/pages/welcome/own-path';

beforeEach(() => void vi.stubGlobal('location', { origin: 'https://mosaic.test' }));
afterEach(() => void vi.unstubAllGlobals());

test.each([
  ['/chat', '/chat'],
  ['/events/abc?tab=tasks#top', '/events/abc?tab=tasks#top'],
  ['/', '/'],
  ['/a/../chat', '/chat'],
  ['/%2F%2Fevil.test', '/%2F%2Fevil.test'],
])('%s leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path);
});

test.each([
  null,
  '',
  'chat',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '/\t/evil.test',
  '/\n\\evil.test',
  'https://evil.test/',
  'javascript:alert(1)',
  ' /chat',
  '/..//evil.test',
  '/.//evil.test',
  '/x/..//evil.test',
  '//evil.test:port',
  '/sign-in?next=/sign-in',
])('%j leads to the start page', (next) => {
  expect(ownPath(next)).toBe('/');
});
