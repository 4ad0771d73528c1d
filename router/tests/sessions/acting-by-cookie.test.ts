// Who asks, by cookie: for our own pages alone, over HTTP, for media and on sockets; the same refusals as by bearer.
import { minutes } from '@mosaic/kernel/values/time';
import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../lab/browser.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { init, rawSocket } from '../lab/raw-socket.js';
import { useSessions } from '../lab/use-sessions.js';

const lab = useSessions();
const ME = '{ me { id } }';
const ada = { me: { id: 'ada' } };

let browser: Browser;
beforeEach(async () => {
  browser = await lab.signedIn();
});

it('acts for the viewer when our own page asks, or a listed one', async () => {
  expect((await browser.query(ME)).data).toEqual(ada);
  expect((await browser.query(ME, { origin: 'https://app.example' })).data).toEqual(ada);
});

const get = (path: string, headers: Record<string, string>) => browser.send(path, { method: 'GET', headers });
const QUERY = `/graphql?query=${encodeURIComponent(ME)}`;

it.each([
  ['our own page, which sends no Origin with a GET', { 'sec-fetch-site': 'same-origin' }, 'ada'],
  ['a person who opens an address', { 'sec-fetch-site': 'none' }, 'ada'],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, null],
  ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }, null],
  ['something that does not say', {}, null],
  ['a page of another origin', { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, null],
])('reads for %s', async (_, headers, who) => {
  const asked = { ...headers, 'apollo-require-preflight': '1' } as Record<string, string>;
  expect((await get(QUERY, asked)).data).toEqual({ me: who && { id: who } });
  expect((await get('/media/m1/small', headers as Record<string, string>)).body).toBe(who ?? 'nobody');
});

it('does not act for a foreign page that posts', async () => {
  expect((await browser.query(ME, { origin: 'https://evil.test' })).data).toEqual({ me: null });
});

it('brings the guest along', async () => {
  const visitor = lab.browser();
  await visitor.post('/session/guest');
  await visitor.query(ME);
  expect(lab.users.calls.at(-1)).toMatchObject({ viewer: null, guest: expect.stringMatching(/^guest-/) });
  await visitor.query(ME, { origin: 'https://evil.test' });
  expect(lab.users.calls.at(-1)).toMatchObject({ viewer: null, guest: null });
});

it('refuses a guest token that is good no more, once: no script could delete its cookie', async () => {
  const visitor = lab.browser();
  visitor.jar.set('mosaic-guest', 'no.guest.token');
  const { status, codes } = await visitor.query(ME);
  expect([status, codes, visitor.jar.size]).toEqual([401, ['UNKNOWN_GUEST'], 0]);
  expect((await visitor.query(ME)).data).toEqual({ me: null });
  const { set } = await visitor.query(ME, { 'x-mosaic-guest': 'no.guest.token' });
  expect(set).toEqual([]);
});

it('lets a header win over every cookie', async () => {
  const token = await lab.lab.token(viewer('bob'));
  expect((await browser.query(ME, { authorization: `Bearer ${token}` })).data).toEqual({ me: { id: 'bob' } });
  const { token: guest } = await lab.lab.issuer.guestTokenFor('guest-of-header');
  await browser.query(ME, { 'x-mosaic-guest': guest });
  expect(lab.users.calls.at(-1)).toMatchObject({ viewer: null, guest: 'guest-of-header' });
  expect((await browser.query(ME, { authorization: 'Bearer a.b.c' })).status).toBe(401);
});

const bad = [
  ['expired', () => lab.lab.issuer.tokenFor(viewer('ada'), new Date(Date.now() - minutes(11)))],
  ['forged', async () => 'a.b.c'],
  ['no JWT', async () => 'nonsense'],
] as const;

it.each(bad)('answers a cookie that is %s as a bad bearer, never as anonymous', async (_, make) => {
  browser.jar.set('mosaic-access', await make());
  const { status, codes } = await browser.query(ME);
  expect([status, codes]).toEqual([401, ['UNAUTHENTICATED']]);
  expect((await get('/media/m1/small', { 'sec-fetch-site': 'same-origin' })).status).toBe(401);
  const socket = await rawSocket(`${lab.origin}/graphql`, { headers: { origin: lab.origin, cookie: browser.cookie } });
  socket.say(init());
  expect(await socket.closed).toEqual({ code: 4403, reason: 'UNAUTHENTICATED' });
});

it('never looks at the refresh cookie here', async () => {
  browser.jar.delete('mosaic-access');
  expect((await browser.query(ME)).data).toEqual({ me: null });
  browser.jar.set('mosaic-access', browser.jar.get('mosaic-refresh') ?? '');
  expect((await browser.query(ME)).status).toBe(401);
});

async function socketOf(headers: Record<string, string>, token?: string) {
  const socket = await rawSocket(`${lab.origin}/graphql`, { headers });
  socket.say(init(token));
  await eventually(() => expect(socket.heard[0]?.type).toBe('connection_ack'));
  socket.say({ id: '1', type: 'subscribe', payload: { query: ME } });
  await eventually(() => expect(socket.heard[1]?.type).toBe('next'));
  return { ...socket, data: (socket.heard[1]?.payload as { data: unknown } | undefined)?.data };
}

it('L4: a socket is known by the cookie of its upgrade; a token in its connection_init wins', async () => {
  const headers = { origin: lab.origin, cookie: browser.cookie };
  expect((await socketOf(headers)).data).toEqual(ada);
  expect((await socketOf(headers, await lab.lab.token(viewer('bob')))).data).toEqual({ me: { id: 'bob' } });
  expect((await socketOf({ cookie: browser.cookie })).data).toEqual({ me: null });
  const foreign = rawSocket(`${lab.origin}/graphql`, { headers: { ...headers, origin: 'https://evil.test' } });
  await expect(foreign).rejects.toThrow('403');
});

it('L5: it is closed when the token of the cookie expires', async () => {
  const issuedAt = new Date(Date.now() - minutes(10) + 2_000);
  browser.jar.set('mosaic-access', await lab.lab.issuer.tokenFor(viewer('ada'), issuedAt));
  const { closed } = await socketOf({ origin: lab.origin, cookie: browser.cookie });
  expect(await closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
});

it('says no token, no cookie and no password in any line of the log', async () => {
  await browser.post('/session/refresh');
  const secrets = [...browser.jar.entries()].filter(([name]) => name !== 'mosaic-session').map(([, value]) => value);
  expect(secrets).toHaveLength(2);
  const lines = lab.lab.lines.map((line) => JSON.stringify(line));
  expect(lines.some((line) => line.includes('SessionRefresh'))).toBe(true);
  for (const secret of [...secrets, 'refresh-1', 'correct horse', 'mosaic-access'])
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
});
