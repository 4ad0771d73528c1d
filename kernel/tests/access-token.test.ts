// Access tokens: only ES256 by a known key, only ours, only for ten minutes.
import { createHmac } from 'node:crypto';
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessTokenLifetime, issueAccessToken, type SigningKey, verifyAccessToken } from '../identity/access-token.js';
import { localeFrom } from '../identity/viewer.js';

const ISSUER = 'https://mosaic.example';
const viewer = { id: 'ada', sessionId: 's1', role: 'USER' };
let signing: SigningKey;
let other: SigningKey;
let keySet: ReturnType<typeof createLocalJWKSet>;
let publicText: string;
let published: JWK;

beforeAll(async () => {
  const [ours, theirs] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  signing = { kid: 'k1', key: ours.privateKey };
  other = { kid: 'k1', key: theirs.privateKey };
  published = { ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'ES256' };
  publicText = await exportSPKI(ours.publicKey);
  keySet = createLocalJWKSet({ keys: [published] });
});

const verify = (token: string) => verifyAccessToken(token, ISSUER, keySet);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1_000);

/** Like a token of ours but for the changes. */
function craft(header: object = {}, claims: object = {}, by = signing): Promise<string> {
  const all = {
    iss: ISSUER,
    aud: 'mosaic',
    sub: 'ada',
    sid: 's1',
    role: 'USER',
    iat: now(),
    exp: now() + 600,
    ...claims,
  };
  return new SignJWT(all).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header }).sign(by.key);
}

describe('a token', () => {
  it('says who it speaks for, and until when', async () => {
    const at = new Date(now() * 1_000 + 789);
    const { token, expiresAt } = await issueAccessToken(signing, ISSUER, viewer, at);
    expect(at.getTime() + 600_000 - expiresAt.getTime()).toBe(789); // never later than the token says
    expect(accessTokenLifetime).toBe(600_000);
    const verified = await verify(token);
    expect(verified.viewer).toEqual(viewer);
    expect(verified.expiresAt).toEqual(expiresAt);
  });

  it('as crafted here is fine, so that what follows fails for its own reason', async () => {
    expect((await verify(await craft())).viewer).toEqual(viewer);
  });
});

describe('refused', () => {
  it('alg none', async () => {
    const [, payload] = (await craft()).split('.');
    await expect(verify(`${base64({ alg: 'none', typ: 'at+jwt', kid: 'k1' })}.${payload}.`)).rejects.toThrow();
  });

  it('HS256 with the public key as its secret', async () => {
    const [, payload] = (await craft()).split('.');
    for (const secret of [publicText, JSON.stringify(published)]) {
      const text = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })}.${payload}`;
      const signature = createHmac('sha256', secret).update(text).digest('base64url');
      await expect(verify(`${text}.${signature}`)).rejects.toThrow('alg');
    }
  });

  it('a key it brings along, or one that nobody knows', async () => {
    await expect(verify(await craft({}, {}, other))).rejects.toThrow('signature verification failed');
    await expect(verify(await craft({ jwk: published, kid: 'k2' }, {}, other))).rejects.toThrow('no applicable key');
    await expect(verify(await craft({ kid: 'k2' }))).rejects.toThrow('no applicable key');
    await expect(verify(await craft({ jku: 'https://evil.example/jwks' }, {}, other))).rejects.toThrow();
  });

  it.each([
    ['type', { typ: 'JWT' }, {}, 'typ'],
    ['no type', { typ: undefined }, {}, 'typ'],
    ['issuer', {}, { iss: 'https://evil.example' }, 'iss'],
    ['audience', {}, { aud: 'elsewhere' }, 'aud'],
    ['no subject', {}, { sub: undefined }, 'sub'],
    ['no session', {}, { sid: undefined }, 'sid'],
    ['no role', {}, { role: undefined }, 'role'],
    ['no expiry', {}, { exp: undefined }, 'exp'],
  ])('%s', async (_, header, claims, reason) => {
    await expect(verify(await craft(header, claims))).rejects.toThrow(reason);
  });

  it('expired, not yet issued, or older than ten minutes whatever it says itself', async () => {
    await expect(verify(await craft({}, { exp: now() - 6 }))).rejects.toThrow('exp');
    await expect(verify(await craft({}, { iat: now() + 60 }))).rejects.toThrow('iat');
    await expect(verify(await craft({}, { iat: now() - 610, exp: now() + 3_600 }))).rejects.toThrow('iat');
  });

  it('one that would live longer than we issue', async () => {
    await expect(verify(await craft({}, { exp: now() + 602 }))).rejects.toThrow('later than we issue');
  });

  it('one letter changed', async () => {
    const [header, , signature] = (await craft()).split('.');
    const raised = base64({
      iss: ISSUER,
      aud: 'mosaic',
      sub: 'ada',
      sid: 's1',
      role: 'ADMIN',
      iat: now(),
      exp: now() + 9,
    });
    await expect(verify(`${header}.${raised}.${signature}`)).rejects.toThrow('signature verification failed');
  });
});

it.each([
  [undefined, 'en'],
  ['fr', 'fr'],
  ['fr-CA,en;q=0.8', 'fr'],
  ['en;q=0.5, fr;q=0.9', 'fr'],
  ['de, fr;q=0.1', 'fr'],
  ['fr;q=0', 'en'],
  ['de', 'en'],
  [',;=;q=q', 'en'],
  ['x'.repeat(100_000), 'en'],
])('the locale of %s is %s', (header, locale) => {
  expect(localeFrom(header)).toBe(locale);
});
