// The caller assertion: a subgraph believes only the router, only for this call, only once, only now.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../config/secret.js';
import { type CallerKeys, CallerVerifier, signCall, subscribeBody } from '../identity/caller-assertion.js';

const keyOf = (fill: number) => new Secret(Buffer.alloc(32, fill));
const keys: CallerKeys = { current: 'new', keys: { new: keyOf(1), old: keyOf(2) } };
const claims = {
  audience: 'users',
  method: 'POST',
  path: '/graphql',
  viewer: { id: 'ada', sessionId: 's1', role: 'USER' },
  locale: 'en' as const,
  requestId: 'r1',
  deadline: 123,
};
const BODY = '{"query":"{ me { id } }"}';
const sign = (changes: Partial<typeof claims> = {}, body = BODY, by = keys) =>
  signCall(by, { ...claims, ...changes }, body);
let verifier: CallerVerifier;
const verify = (assertion: string, body: string | Buffer = BODY, method = 'POST', path = '/graphql') =>
  verifier.verify(assertion, method, path, body);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-05T05:05:05Z') });
  verifier = new CallerVerifier('users', keys);
});
afterEach(() => {
  vi.useRealTimers();
});

it('is believed for the call it was made for, as text or bytes', () => {
  expect(verify(sign())).toMatchObject(claims);
  expect(verify(sign(), Buffer.from(BODY))).toMatchObject(claims);
  expect(verify(signCall(keys, { ...claims, viewer: null }, BODY))).toMatchObject({ viewer: null });
});

/** The same signature over changed claims. */
function swap(changes: object): string {
  const [text = '', signature] = sign().split('.');
  const changed = { ...JSON.parse(Buffer.from(text, 'base64url').toString()), ...changes };
  return `${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
}

describe('swapped', () => {
  it.each([
    ['viewer', { viewer: { id: 'eve', sessionId: 's1', role: 'USER' } }],
    ['role', { viewer: { id: 'ada', sessionId: 's1', role: 'ADMIN' } }],
    ['no viewer', { viewer: null }],
    ['deadline', { deadline: 9e15 }],
    ['audience', { audience: 'content' }],
    ['path', { path: '/admin' }],
    ['method', { method: 'WS' }],
    ['key', { kid: 'old' }],
    ['nonce', { nonce: 'another' }],
    ['age', { issuedAt: Date.now() + 1_000 }],
  ])('%s is refused', (_, changes) => {
    expect(verify(swap(changes))).toBeNull();
  });

  it.each([
    ['body', '{"query":"{ users { email } }"}'],
    ['variables', '{"query":"{ me { id } }","variables":{"id":"eve"}}'],
    ['empty body', ''],
  ])('%s is refused', (_, body) => {
    expect(verify(sign(), body)).toBeNull();
  });

  it('method and path of the call itself count, and the audience of the verifier', () => {
    expect(verify(sign(), BODY, 'GET')).toBeNull();
    expect(verify(sign(), BODY, 'POST', '/graphql?x=1')).toBeNull();
    expect(new CallerVerifier('content', keys).verify(sign(), 'POST', '/graphql', BODY)).toBeNull();
  });

  it('query and variables of a subscription cannot move into each other', () => {
    const body = subscribeBody('subscription { a }', { id: 'ada' });
    const assertion = sign({ method: 'SUBSCRIBE' }, body);
    const other = subscribeBody('subscription { a }', { id: 'eve' });
    expect(verify(assertion, other, 'SUBSCRIBE')).toBeNull();
    expect(verify(assertion, subscribeBody('subscription { b }', { id: 'ada' }), 'SUBSCRIBE')).toBeNull();
    expect(verify(assertion, body, 'SUBSCRIBE')).toMatchObject({ method: 'SUBSCRIBE' });
    expect(subscribeBody('q', undefined)).toBe(subscribeBody('q', {}));
  });
});

describe('replayed or late', () => {
  it('a second use is refused, for as long as the first would be believed', () => {
    const assertion = sign();
    expect(verify(assertion)).not.toBeNull();
    for (let waited = 0; waited <= 120; waited += 5) {
      expect(verify(assertion)).toBeNull();
      expect(verify(sign())).not.toBeNull(); // keeps the generations of nonces turning
      vi.setSystemTime(Date.now() + 5_000);
    }
  });

  it('a forged use does not spend the nonce', () => {
    const assertion = sign();
    expect(verify(assertion, 'other body')).toBeNull();
    expect(verify(assertion)).not.toBeNull();
  });

  it.each([
    [30_000, true],
    [30_001, false],
    [31_000, false],
    [-30_000, true],
    [-31_000, false],
  ])('%i ms old: believed %s', (age, isBelieved) => {
    const assertion = sign();
    vi.setSystemTime(Date.now() + age);
    expect(verify(assertion) !== null).toBe(isBelieved);
  });
});

describe('keys', () => {
  it('two are live during a rotation', () => {
    expect(verify(sign({}, BODY, { ...keys, current: 'old' }))).toMatchObject({ kid: 'old' });
    expect(verify(sign())).toMatchObject({ kid: 'new' });
  });

  it('a retired, unknown or inherited one is refused', () => {
    const retired = { current: 'gone', keys: { gone: keyOf(3) } };
    expect(verify(sign({}, BODY, retired))).toBeNull();
    expect(verify(sign({}, BODY, { current: 'new', keys: { new: keyOf(9) } }))).toBeNull();
    expect(verify(swap({ kid: 'toString' }))).toBeNull();
    expect(verify(swap({ kid: '__proto__' }))).toBeNull();
  });

  it('signing with none is a bug that says so', () => {
    expect(() => sign({}, BODY, { current: 'x', keys: {} })).toThrow('no caller key named x');
  });
});

describe('hostile texts are refused and never throw', () => {
  const good = sign();
  it.each([
    ['nothing', ''],
    ['only a dot', '.'],
    ['three parts', `${good}.x`],
    ['no signature', good.split('.')[0] ?? ''],
    ['an empty signature', `${good.split('.')[0]}.`],
    ['a long signature', `${good}${'A'.repeat(10_000)}`],
    ['JSON that is no object', `${Buffer.from('null').toString('base64url')}.x`],
    ['deep JSON', `${Buffer.from('['.repeat(50_000)).toString('base64url')}.x`],
  ])('%s', (_, text) => {
    expect(verify(text)).toBeNull();
  });

  it('anything', () => {
    expect(verifier.verify(undefined, 'POST', '/graphql', BODY)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.anything(), (text, value) => {
        expect(verify(text)).toBeNull();
        expect(verify(`${Buffer.from(JSON.stringify(value) ?? '').toString('base64url')}.${text}`)).toBeNull();
      }),
    );
  });
});
