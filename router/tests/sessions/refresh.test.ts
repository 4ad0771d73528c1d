// Refreshing and signing out: the only two places where the refresh cookie is looked at; and the guest's cookie.
import { minutes } from '@mosaic/kernel/values/time';
import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../lab/browser.js';
import { viewer } from '../lab/keys.js';
import { useSessions } from '../lab/use-sessions.js';

const lab = useSessions();
const SESSION = ['mosaic-access', 'mosaic-refresh', 'mosaic-session'];
const asked = () => lab.users.calls.map((call) => call.asked);
const expired = () => lab.lab.issuer.tokenFor(viewer('ada'), new Date(Date.now() - minutes(11)));

let browser: Browser;
beforeEach(async () => {
  browser = await lab.signedIn();
  lab.users.calls.length = 0;
});

it('exchanges the refresh cookie, also when the access token has expired', async () => {
  const spent = browser.jar.get('mosaic-refresh');
  browser.jar.set('mosaic-access', await expired());
  const { status, body } = await browser.post('/session/refresh');
  expect([status, body]).toEqual([200, { userErrors: [], userId: 'ada', expiresAt: expect.any(String) }]);
  expect(browser.jar.get('mosaic-refresh')).toBe(`${spent}+`);
  expect(browser.jar.get('mosaic-session')).toBe(String(Date.parse(body.expiresAt)));
  expect(lab.users.calls).toMatchObject([{ asked: 'refreshSession', input: { refreshToken: spent }, viewer: null }]);
  expect((await browser.query('{ me { id } }')).data).toEqual({ me: { id: 'ada' } });
});

it('ends the cookies of a session that is over; a guest stays one', async () => {
  lab.users.living.clear();
  await browser.post('/session/guest');
  const { status, body, set } = await browser.post('/session/refresh');
  expect(status).toBe(401);
  expect(body).toEqual({
    errors: [
      {
        message: 'The session is over; sign in again.',
        extensions: { code: 'SESSION_OVER', requestId: expect.any(String) },
      },
    ],
  });
  expect(set.map(({ name, value, maxAge, path }) => [name, value, maxAge, path])).toEqual(
    SESSION.map((name) => [name, '', 0, '/']),
  );
  expect([...browser.jar.keys()]).toEqual(['mosaic-guest']);
});

it('refuses without a refresh cookie, asking nobody', async () => {
  browser.jar.delete('mosaic-refresh');
  const { status, codes } = await browser.post('/session/refresh');
  expect([status, codes, browser.jar.size, asked()]).toEqual([401, ['SESSION_OVER'], 0, []]);
});

it('keeps the cookies while users is away', async () => {
  lab.users.isDown = true;
  const { status, codes, set } = await browser.post('/session/refresh');
  expect([status, codes, set, browser.jar.size]).toEqual([503, ['SESSIONS_UNAVAILABLE'], [], 3]);
  lab.users.isDown = false;
  expect((await browser.post('/session/refresh')).status).toBe(200);
});

it('signs out: the session ends in the graph and in the browser', async () => {
  const { status, body, set } = await browser.post('/session/sign-out');
  expect([status, body, browser.jar.size]).toEqual([200, { userErrors: [] }, 0]);
  expect(set.map(({ name, maxAge }) => [name, maxAge])).toEqual([...SESSION, 'mosaic-guest'].map((name) => [name, 0]));
  expect(lab.users.calls).toMatchObject([{ asked: 'signOut', viewer: 'ada' }]);
});

it('signs out with an expired access token, too: by its successor', async () => {
  browser.jar.set('mosaic-access', await expired());
  expect((await browser.post('/session/sign-out')).status).toBe(200);
  expect(lab.users.calls).toMatchObject([{ asked: 'refreshSession' }, { asked: 'signOut', viewer: 'ada' }]);
});

it.each(['no session', 'a session that is over', 'users away'])('signs out with %s as well', async (situation) => {
  if (situation === 'no session') browser.jar.clear();
  if (situation === 'a session that is over') lab.users.living.clear();
  if (situation === 'users away') lab.users.isDown = true;
  browser.jar.delete('mosaic-access');
  const { status, body } = await browser.post('/session/sign-out');
  expect([status, body, browser.jar.size]).toEqual([200, { userErrors: [] }, 0]);
  expect(asked()).toEqual(situation === 'a session that is over' ? ['refreshSession'] : []);
  lab.users.isDown = false;
});

it('starts a guest once, and keeps one that is good', async () => {
  const visitor = lab.browser();
  const first = await visitor.post('/session/guest');
  expect([first.status, first.body]).toEqual([200, { userErrors: [], expiresAt: expect.any(String) }]);
  const [cookie, ...more] = first.set;
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ name: 'mosaic-guest', path: '/', httpOnly: true, sameSite: 'strict' });
  expect(cookie?.maxAge).toBeGreaterThan(2_591_990);
  expect(cookie?.maxAge).toBeLessThanOrEqual(2_592_000);
  const again = await visitor.post('/session/guest');
  expect([again.set, asked()]).toEqual([[], ['startGuest']]);
  expect(Math.abs(Date.parse(again.body.expiresAt) - Date.parse(first.body.expiresAt))).toBeLessThan(2_000);
  visitor.jar.set('mosaic-guest', 'no.guest.token');
  expect((await visitor.post('/session/guest')).set).toHaveLength(1);
});
