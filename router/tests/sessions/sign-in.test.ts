// Signing in and up at /session: tokens become cookies that no script can read, and nothing else.
import { expect, it } from 'vitest';
import { ADA, useSessions } from '../lab/use-sessions.js';
import { PASSWORD, refused } from '../lab/users.js';

const lab = useSessions();
const https = useSessions({ SESSION_COOKIES: 'secure', CORS_ORIGINS: 'https://app.example' });
const KEPT = 30 * 24 * 60 * 60;

it('answers who is signed in and until when, and never a token', async () => {
  const browser = lab.browser();
  const { status, body, headers } = await browser.post('/session/sign-in', { ...ADA, device: 'Firefox' });
  expect([status, body]).toEqual([200, { userErrors: [], userId: 'ada', expiresAt: expect.any(String) }]);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  const left = Date.parse(body.expiresAt) - Date.now();
  expect(left).toBeGreaterThan(590_000);
  expect(left).toBeLessThanOrEqual(600_000);
  expect([...browser.jar.keys()]).toEqual(['mosaic-access', 'mosaic-refresh', 'mosaic-session']);
  expect(browser.jar.get('mosaic-session')).toBe(String(Date.parse(body.expiresAt)));
  for (const name of ['mosaic-access', 'mosaic-refresh'])
    expect(JSON.stringify(body)).not.toContain(browser.jar.get(name));
  expect(lab.users.calls.at(-1)).toMatchObject({ asked: 'signIn', input: { ...ADA, device: 'Firefox' }, viewer: null });
});

it('over http the cookies have no prefix, and are otherwise as strict', async () => {
  const { set } = await lab.browser().post('/session/sign-in', ADA);
  const strict = { path: '/', sameSite: 'strict', maxAge: KEPT, value: expect.any(String) };
  expect(set.filter(({ maxAge }) => maxAge !== 0)).toEqual([
    { name: 'mosaic-access', httpOnly: true, ...strict },
    { name: 'mosaic-refresh', httpOnly: true, ...strict },
    { name: 'mosaic-session', ...strict },
  ]);
});

it('over https they are Secure and carry the __Host- prefix; a cookie without it says nothing', async () => {
  const browser = https.browser('https://app.example');
  const { set } = await browser.post('/session/sign-in', ADA);
  const strict = { path: '/', sameSite: 'strict', secure: true, maxAge: KEPT, value: expect.any(String) };
  expect(set.filter(({ maxAge }) => maxAge !== 0)).toEqual([
    { name: '__Host-mosaic-access', httpOnly: true, ...strict },
    { name: '__Host-mosaic-refresh', httpOnly: true, ...strict },
    { name: 'mosaic-session', ...strict },
  ]);
  expect((await browser.query('{ me { id } }')).data).toEqual({ me: { id: 'ada' } });
  browser.jar.set('mosaic-access', browser.jar.get('__Host-mosaic-access') ?? '');
  browser.jar.delete('__Host-mosaic-access');
  expect((await browser.query('{ me { id } }')).data).toEqual({ me: null });
});

it('shows the refusals of the graph as they are, and keeps nothing', async () => {
  const { status, body, set } = await lab.browser().post('/session/sign-in', { ...ADA, password: 'guess' });
  const userErrors = [refused('WRONG_CREDENTIALS')];
  expect([status, body, set]).toEqual([200, { userErrors, userId: null, expiresAt: null }, []]);
});

it('signs up in the language of the browser', async () => {
  const form = { email: 'new@people.test', password: PASSWORD, displayName: 'Ada', locale: 'fr' };
  const browser = lab.browser();
  const { body } = await browser.post('/session/sign-up', form, { 'accept-language': 'fr-CA' });
  expect(body).toMatchObject({ userErrors: [], userId: 'ada' });
  expect(lab.users.calls.at(-1)).toMatchObject({ asked: 'signUp', input: form, locale: 'fr' });
  expect(browser.jar.has('mosaic-refresh')).toBe(true);
});

it('brings the guest along, who is adopted once and then forgotten', async () => {
  const browser = lab.browser();
  await browser.post('/session/guest');
  expect([...browser.jar.keys()]).toEqual(['mosaic-guest']);
  await browser.post('/session/sign-in', { ...ADA, password: 'guess' });
  const { guest } = lab.users.calls.at(-1) ?? {};
  expect(guest).toMatch(/^guest-\d+$/);
  expect(browser.jar.has('mosaic-guest')).toBe(true);
  await browser.post('/session/sign-in', ADA);
  expect(lab.users.calls.at(-1)).toMatchObject({ asked: 'signIn', guest });
  expect(browser.jar.has('mosaic-guest')).toBe(false);
});

it('lets nobody wait before the door for a guest token that is good no more', async () => {
  const browser = lab.browser();
  browser.jar.set('mosaic-guest', (await lab.lab.issuer.guestTokenFor('guest-0', new Date('2020-01-01'))).token);
  const { body } = await browser.post('/session/sign-in', { ...ADA, password: 'guess' });
  expect([body.userId, browser.jar.size]).toEqual([null, 0]);
  browser.jar.set('mosaic-guest', 'no.guest.token');
  expect((await browser.post('/session/sign-in', ADA)).body.userId).toBe('ada');
  expect(lab.users.calls.at(-1)).toMatchObject({ asked: 'signIn', guest: null });
  expect(browser.jar.has('mosaic-guest')).toBe(false);
});

it('says that it cannot, while users is away', async () => {
  lab.users.isDown = true;
  const { status, codes, set, errors } = await lab.browser().post('/session/sign-in', ADA);
  expect([status, codes, set]).toEqual([503, ['SESSIONS_UNAVAILABLE'], []]);
  expect(errors?.[0]?.extensions?.['requestId']).toMatch(/^[\w-]{36}$/);
  lab.users.isDown = false;
});
