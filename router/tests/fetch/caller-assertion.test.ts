// docs/protocols/caller-assertion.md, statement by statement; A7 and A8 also in dead-subgraph.test.ts, A10 in tokens.test.ts.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Secret } from '@mosaic/kernel/config/secret';
import { type CallerKeys, CallerVerifier, signCall, subscribeBody } from '@mosaic/kernel/identity/caller-assertion';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { viewer } from '../lab/keys.js';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const keys = (current: string, ...known: [string, Buffer][]): CallerKeys => ({
  current,
  keys: Object.fromEntries(known.map(([kid, key]) => [kid, new Secret(key)])),
});
const both = keys('new', ['old', oldKey], ['new', newKey]);
const claims = {
  audience: 'users',
  method: 'POST',
  path: '/graphql',
  viewer: viewer('ada'),
  locale: 'en' as const,
  requestId: 'r-1',
  deadline: 1_700_000_000_000,
};
const BODY = '{"query":"{ me { id } }"}';

let verifier: CallerVerifier;
beforeEach(() => {
  verifier = new CallerVerifier('users', both);
});
afterEach(() => {
  vi.useRealTimers();
});
const verify = (assertion: string, method = 'POST', path = '/graphql', body = BODY) =>
  verifier.verify(assertion, method, path, body);

it('A1, A2: is the claims and a MAC over them and the body', () => {
  const [text = '', mac] = signCall(both, claims, BODY).split('.');
  expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual({
    ...claims,
    kid: 'new',
    issuedAt: expect.any(Number),
    nonce: expect.any(String),
  });
  const body = createHash('sha256').update(BODY).digest();
  expect(mac).toBe(createHmac('sha256', newKey).update(`${text}.`).update(body).digest('base64url'));
});

it('A3: holds for one body, method, path and audience', () => {
  const sign = (audience = 'users') => signCall(both, { ...claims, audience }, BODY);
  expect(verify(sign())).toMatchObject({ viewer: { id: 'ada' }, requestId: 'r-1' });
  expect(verify(sign(), 'POST', '/graphql', `${BODY} `)).toBe(null);
  expect(verify(sign(), 'GET')).toBe(null);
  expect(verify(sign(), 'POST', '/else')).toBe(null);
  expect(verify(sign('content'))).toBe(null);
});

it('A2: no claim can be swapped', () => {
  const [text = '', mac] = signCall(both, claims, BODY).split('.');
  const swapped = { ...JSON.parse(Buffer.from(text, 'base64url').toString()), viewer: viewer('eve') };
  expect(verify(`${Buffer.from(JSON.stringify(swapped)).toString('base64url')}.${mac}`)).toBe(null);
});

it.each(['', '.', 'e30.e30', 'a.b.c', `${'x'.repeat(10_000)}.y`])(
  'A7: hostile text is refused, never thrown at: %#',
  (text) => {
    expect(verify(text)).toBe(null);
  },
);

it('A4: lives thirty seconds', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const [early, late] = [signCall(both, claims, BODY), signCall(both, claims, BODY)];
  vi.setSystemTime(Date.now() + 29_000);
  expect(verify(early)).not.toBe(null);
  vi.setSystemTime(Date.now() + 2_000);
  expect(verify(late)).toBe(null);
});

it('A5: is accepted once', () => {
  const assertion = signCall(both, claims, BODY);
  expect(verify(assertion)).not.toBe(null);
  expect(verify(assertion)).toBe(null);
});

it('A6: keys rotate without a refused call, and a removed key is refused', () => {
  const byOldRouter = () => signCall(keys('old', ['old', oldKey]), claims, BODY);
  expect(verify(byOldRouter())).not.toBe(null);
  expect(verify(signCall(both, claims, BODY))).not.toBe(null);
  verifier = new CallerVerifier('users', keys('new', ['new', newKey]));
  expect(verify(byOldRouter())).toBe(null);
});

it('A9: a subscribe message is signed over its query and variables', () => {
  const signed = { ...claims, method: 'SUBSCRIBE' };
  const body = subscribeBody('subscription { x }', { a: 1 });
  expect(body).toBe('subscription { x }\n{"a":1}');
  const assertion = () => signCall(both, signed, body);
  expect(verify(assertion(), 'SUBSCRIBE', '/graphql', subscribeBody('subscription { x }', { a: 1 }))).not.toBe(null);
  expect(verify(assertion(), 'SUBSCRIBE', '/graphql', subscribeBody('subscription { x }', { a: 2 }))).toBe(null);
  expect(verify(assertion(), 'SUBSCRIBE', '/graphql', subscribeBody('subscription { y }', { a: 1 }))).toBe(null);
});
