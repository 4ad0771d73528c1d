// Sessions in cookies, through the whole system and as production sets them: what the web app can do without ever holding a
// token, and what a page that is not ours cannot.
import { SESSION_KEPT } from '@mosaic/router/sessions/session-cookies';
import { IDLE_LIFETIME } from '@mosaic/users/domain/session';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../lab/browser.js';
import { createRoom, latestEventId, MESSAGES, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { inPostgres } from '../lab/look-inside.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { change, harmDone } from './attack.js';

const env = { SESSION_COOKIES: 'secure', LOG_LEVEL: 'DEBUG' };
const world = openWorld({ subgraphs: ['users', 'content'], routers: 2, env });
const ACCESS = '__Host-mosaic-access';
const REFRESH = '__Host-mosaic-refresh';
const GUEST = '__Host-mosaic-guest';
const ME = '{ me { id sessions { id isCurrent } } }';
const secrets = new Set<string>();
let routers: string[] = [];
let router = '';
let ada: Person;
let bob: Person;

beforeAll(async () => {
  routers = world.current.urls.router;
  router = routers[0] ?? '';
  ada = await Person.signUp(router, 'Ada');
  bob = await Person.signUp(router, 'Bob');
});

afterAll(async () => {
  expect(secrets.size).toBeGreaterThan(10);
  expect(await harmDone(world, [...secrets])).toEqual([]); // no token, cookie or password in any log, at its most talkative
});

const remember = ({ jar }: Browser) => {
  for (const name of [ACCESS, REFRESH]) secrets.add(jar.get(name) ?? 'nothing');
};

async function signedIn(person: Person): Promise<Browser> {
  const browser = new Browser(router);
  const { status, body } = await browser.session('sign-in', { ...person.account, device: 'A browser' });
  expect([status, body]).toEqual([200, { userErrors: [], userId: person.id, expiresAt: expect.any(String) }]);
  secrets.add(person.account.password);
  remember(browser);
  return browser;
}

test('K9: signed in by cookie: asks, hears, is thrown out, and cannot come back', async () => {
  const browser = await signedIn(ada);
  expect(Object.keys(browser.readable)).toEqual(['mosaic-session']);
  const { sessions } = (await browser.ask(ME)).body.data.me as { sessions: { id: string; isCurrent: boolean }[] };
  const current = sessions.find(({ isCurrent }) => isCurrent)?.id;

  const room = await createRoom(bob, 'Two', [ada]);
  const after = await latestEventId(ada, room);
  const closings: number[] = [];
  const heard: unknown[] = [];
  const socket = browser.socket((code) => closings.push(code));
  socket.subscribe<{ messageAdded: { message: { body: string } } }>(
    { query: MESSAGES, variables: { roomId: room, after } },
    { next: ({ data }) => heard.push(data?.messageAdded.message.body), error() {}, complete() {} },
  );
  await send(bob, room, 'Do you hear me?');
  await eventually(
    async () => heard,
    ({ length }) => length > 0,
  );
  expect(heard).toEqual(['Do you hear me?']);

  expect((await change(router, ada, 'revokeSession', { sessionId: current })).refusals).toEqual([]);
  await eventually(
    async () => closings,
    ({ length }) => length > 0,
    5_000,
  );
  expect(closings).toEqual([4403]);
  const asked = await browser.ask(ME);
  expect([asked.status, asked.codes]).toEqual([401, ['UNAUTHENTICATED']]);
  const again: number[] = [];
  const error = new Promise((resolve) => {
    browser.socket((code) => again.push(code)).subscribe({ query: ME }, { next() {}, error: resolve, complete() {} });
  });
  await error;
  expect(again).toEqual([4403]);
  const refreshed = await browser.session('refresh');
  expect([refreshed.status, refreshed.codes, browser.jar.size]).toEqual([401, ['SESSION_OVER'], 0]);
  expect((await browser.ask(ME)).body.data).toEqual({ me: null });
});

test('K7: twenty tabs refresh at once, at two routers: all are signed in, with the same child', async () => {
  const browser = await signedIn(ada);
  const spent = browser.jar.get(REFRESH);
  const tabs = Array.from({ length: 20 }, (_, at) => {
    const tab = new Browser(routers[at % 2] ?? '');
    for (const [name, value] of browser.jar) tab.jar.set(name, value);
    return tab;
  });
  const answers = await Promise.all(tabs.map((tab) => tab.session('refresh')));
  expect(answers.map(({ status, body }) => [status, body.userId])).toEqual(Array(20).fill([200, ada.id]));
  const children = new Set(tabs.map(({ jar }) => jar.get(REFRESH)));
  expect(children.size).toBe(1);
  expect(children.has(spent)).toBe(false);
  for (const tab of tabs) remember(tab);
  const asked = await Promise.all(tabs.map((tab) => tab.ask(ME)));
  expect(asked.map(({ body }) => body.data.me.id)).toEqual(Array(20).fill(ada.id));
  expect((await tabs[19]?.session('refresh'))?.status).toBe(200);
});

test('T1, S2: a page of another origin acts as nobody, with every cookie of Ada’s', async () => {
  const own = await signedIn(ada);
  const evil = own.tab('https://evil.test');
  for (const act of ['sign-in', 'sign-up', 'refresh', 'sign-out', 'guest']) {
    const { status, codes } = await evil.session(act, {});
    expect([act, status, codes]).toEqual([act, 403, ['FOREIGN_ORIGIN']]);
  }
  expect((await evil.ask(ME)).body.data).toEqual({ me: null });
  expect((await evil.ask('mutation { revokeOtherSessions { userErrors { code } } }')).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
  const upgrade = new Promise((_, reject) => {
    evil.socket().subscribe({ query: ME }, { next() {}, error: reject, complete() {} });
  });
  await expect(upgrade).rejects.toMatchObject({ message: expect.stringContaining('403') });
  expect((await own.ask(ME)).body.data.me.id).toBe(ada.id);
});

test('K8: signed out, the session is over at both routers, for whoever kept its cookies', async () => {
  const browser = await signedIn(bob);
  const thief = browser.tab();
  const { status, body } = await browser.session('sign-out');
  expect([status, body, browser.jar.size, browser.readable]).toEqual([200, { userErrors: [] }, 0, {}]);
  await eventually(
    () => thief.ask(ME),
    (asked) => asked.status === 401,
    5_000,
  );
  expect((await thief.session('refresh')).codes).toEqual(['SESSION_OVER']);
});

test('signing up begins a session, too: the guest becomes the person, and refusals are the graph’s own', async () => {
  const browser = new Browser(router);
  expect((await browser.session('guest')).body).toEqual({ userErrors: [], expiresAt: expect.any(String) });
  const guest = browser.jar.get(GUEST) ?? '';
  secrets.add(guest);
  const account = { email: ada.account.email, password: 'long enough', displayName: 'Eve' };
  const adopted = () => inPostgres(world.current.urls.databases.users, 'select guest_id, user_id from adopted_guests');
  const taken = await browser.session('sign-up', account);
  expect(taken.body).toMatchObject({ userId: null, userErrors: [{ code: 'EMAIL_TAKEN', path: ['email'] }] });
  expect([...browser.jar.keys()]).toEqual([GUEST]);
  const { body } = await browser.session('sign-up', { ...account, email: `eve-${ada.account.email}` });
  expect((await browser.ask(ME)).body.data.me.id).toBe(body.userId);
  expect(browser.jar.has(GUEST)).toBe(false);
  expect(await adopted()).toEqual([{ guest_id: decodeJwt(guest).sub, user_id: body.userId }]);
  remember(browser);
});

test('the cookies are kept as long as the graph keeps a session that is not refreshed', () => {
  expect(SESSION_KEPT).toBe(IDLE_LIFETIME);
});
