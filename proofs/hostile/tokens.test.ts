// Stolen, spent, forged and swapped tokens, against two routers: what one of them learns, both act on.
import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { change, harmDone, look } from './attack.js';

const secrets: string[] = [];
const world = openWorld({ subgraphs: ['users', 'content'], routers: 2, env: { LOG_LEVEL: 'DEBUG' } });
let routers: string[] = [];
let router = '';

beforeAll(() => {
  routers = world.current.urls.router;
  router = routers[0] ?? '';
});

afterAll(async () => {
  expect(secrets.length).toBeGreaterThan(10);
  expect(await harmDone(world, secrets)).toEqual([]); // L3: nothing secret in any log, at its most talkative
});

async function signedUp(name: string): Promise<Person> {
  const person = await Person.signUp(router, name);
  secrets.push(person.account.password, person.session.accessToken, person.session.refreshToken);
  return person;
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

async function refresh(refreshToken: string, url = router): Promise<Tokens | string> {
  const selection = 'session { accessToken refreshToken }';
  const { data, refusals } = await change(url, null, 'refreshSession', { refreshToken }, selection);
  const tokens = data.refreshSession.session as Tokens | null;
  if (tokens) secrets.push(tokens.accessToken, tokens.refreshToken);
  return tokens ?? refusals.join();
}

const statusOf = async (token: string, url = router) => (await post(url, '{ me { id } }', { token })).status;

test('K7: ten refreshes at once, at two routers, are one: nobody is logged out', async () => {
  const { session } = await signedUp('Racer');
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => refresh(session.refreshToken, routers[at % 2])),
  );
  const [first, ...others] = answers as Tokens[];
  expect(first?.refreshToken).toMatch(/^[\w-]{43}$/);
  expect(others.map(({ refreshToken }) => refreshToken)).toEqual(Array(9).fill(first?.refreshToken));
  expect(await refresh(first?.refreshToken ?? '')).toMatchObject({ accessToken: expect.any(String) });
});

test('K6: a grandparent ends the family: HTTP at both routers and the live socket within 5 s', async () => {
  const thief = await signedUp('Robbed');
  const live = thief.socket();
  const closings: number[] = [];
  live.on('closed', (event) => closings.push((event as { code: number }).code));
  await new Promise((resolve) => {
    live.on('connected', resolve);
    live.subscribe({ query: 'subscription { inboxChanged { eventId } }' }, { next() {}, error() {}, complete() {} });
  });
  const child = (await refresh(thief.session.refreshToken)) as Tokens;
  const grandchild = (await refresh(child.refreshToken)) as Tokens;
  expect(await statusOf(grandchild.accessToken)).toBe(200);

  expect(await refresh(thief.session.refreshToken)).toBe('SESSION_OVER');
  const began = performance.now();
  for (const url of routers) {
    for (const { accessToken } of [thief.session, child, grandchild]) {
      await eventually(
        () => statusOf(accessToken, url),
        (status) => status === 401,
        5_000,
      );
    }
  }
  await eventually(
    async () => closings,
    (codes) => codes.length > 0,
    5_000,
  );
  expect(closings).toEqual([4403]);
  expect(performance.now() - began).toBeLessThan(5_000);
  for (const { refreshToken } of [thief.session, child, grandchild])
    expect(await refresh(refreshToken)).toBe('SESSION_OVER');
});

test('K8: a signed-out session is over at both routers, its refresh token too; another session of the same person lives', async () => {
  const one = await signedUp('Twice');
  const other = await Person.signIn(router, one.account);
  expect((await look(router, one, 'mutation { signOut { endedSessionId } }')).codes).toEqual([]);
  for (const url of routers)
    await eventually(
      () => statusOf(one.session.accessToken, url),
      (status) => status === 401,
      5_000,
    );
  expect(await refresh(one.session.refreshToken)).toBe('SESSION_OVER');
  expect(await statusOf(other.session.accessToken, routers[1])).toBe(200);
});

test('K2: a refresh token is no access token, nor the reverse', async () => {
  const { session } = await signedUp('Swapper');
  expect(await statusOf(session.refreshToken)).toBe(401);
  expect(await refresh(session.accessToken)).toBe('SESSION_OVER');
});

test('K1, K2: a token that says more than ours did is refused, whoever signed it', async () => {
  const { session } = await signedUp('Climber');
  const claims = decodeJwt(session.accessToken);
  const header = decodeProtectedHeader(session.accessToken);
  const [head = '', body = '', signature = ''] = session.accessToken.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = (payload: JWTPayload, extra = {}) =>
    new SignJWT(payload).setProtectedHeader({ ...header, alg: 'ES256', ...extra }).sign(privateKey);
  const jwks = await (await fetch(world.current.urls.users.replace('/graphql', '/.well-known/jwks.json'))).text();
  const forged = [
    `${head}.${encode({ ...claims, role: 'ADMIN' })}.${signature}`,
    `${encode({ ...header, alg: 'none' })}.${body}.`,
    `${encode({ ...header, alg: 'none' })}.${encode({ ...claims, role: 'ADMIN' })}.${signature}`,
    `${encode({ ...header, alg: 'ES384' })}.${body}.${signature}`,
    await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' }).sign(Buffer.from(jwks.padEnd(32))),
    await own({ ...claims, role: 'ADMIN' }),
    await own(claims, { jwk: publicKey.export({ format: 'jwk' }) }),
    await own(claims, { jku: `${router}/keys`, kid: '../../dev/null' }),
    `${head}.${body}.${signature.slice(0, -2)}`,
    `${session.accessToken}.${signature}`,
    'x.y.z',
  ];
  for (const token of forged) expect(await statusOf(token), token.slice(0, 40)).toBe(401);
  expect(await statusOf(session.accessToken)).toBe(200);
});

test('nobody makes themself an admin: by an input, by a role change, by the directory', async () => {
  const climber = await signedUp('Nobody special');
  const { data } = await look(router, climber, '{ me { version } }');
  for (const key of ['role', 'id', 'email', 'createdAt']) {
    const { codes } = await change(router, climber, 'updateProfile', {
      expectedVersion: data.me.version,
      [key]: 'ADMIN',
    });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  }
  expect((await change(router, climber, 'changeUserRole', { userId: climber.id, role: 'ADMIN' })).refusals).toEqual([
    'FORBIDDEN',
  ]);
  expect((await look(router, climber, '{ me { role version } }')).data).toEqual({
    me: { role: 'USER', version: data.me.version },
  });
});

test('a session cannot be chosen by the one who signs in, nor ended by anybody else', async () => {
  const victim = await signedUp('Victim');
  const eve = await signedUp('Eve');
  const sessions = async (person: Person) =>
    (await look(router, person, '{ me { sessions { id } } }')).data.me.sessions as { id: string }[];
  const [mine] = await sessions(victim);
  expect((await change(router, eve, 'revokeSession', { sessionId: mine?.id })).refusals).toEqual(['NOT_FOUND']);
  expect((await change(router, null, 'signIn', { ...victim.account, sessionId: mine?.id })).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
  const again = await Person.signIn(router, victim.account);
  expect(decodeJwt(again.session.accessToken)['sid']).not.toBe(mine?.id);
  expect((await sessions(victim)).map(({ id }) => id)).toContain(mine?.id);
});
