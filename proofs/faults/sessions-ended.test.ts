// A session that ends is felt by every router within 5 s, on live sockets too; and no socket outlives its token.
import { issueAccessToken, type SigningKey } from '@mosaic/kernel/identity/access-token';
import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { type Ear, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { closingOf } from './closing-of.js';

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const signingKey: SigningKey = { kid: 'ours', key: privateKey };
const world = openWorld({
  subgraphs: ['users', 'content'],
  routers: 2,
  env: {
    MOSAIC_SIGNING_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'ours' }),
    EXPIRY_JITTER_MS: '1000',
  },
});

let first: string;
let second: string;
let laptop: Person;
let phone: Person;
let room: string;

beforeAll(async () => {
  [first = '', second = ''] = world.current.urls.router;
  laptop = await Person.signUp(first, 'Ada');
  phone = (await Person.signIn(first, laptop.account)).at(second);
  room = await createRoom(laptop, 'Notes', []);
});

/** Hears of the room on this device, from now on. */
async function hear(device: Person): Promise<Ear<MessageEvent>> {
  const after = await latestEventId(device, room);
  const ear = listen<MessageEvent>(device, { document: MESSAGES, variables: { roomId: room }, after });
  await send(laptop, room, 'do you hear?');
  await ear.until((events) => events.length > 0);
  return ear;
}

const whoAmI = (device: Person, router: string) =>
  post(router, '{ me { displayName } }', { token: device.session.accessToken });

test('a revoked session: its socket is closed and its tokens are refused at both routers, the other lives on', async () => {
  const [staying, leaving] = [await hear(laptop), await hear(phone)];
  const { me } = await laptop.ask<{ me: { sessions: { id: string; isCurrent: boolean }[] } }>(
    '{ me { sessions { id isCurrent } } }',
  );
  const sessionId = me.sessions.find(({ isCurrent }) => !isCurrent)?.id;
  const revoked = Date.now();
  await laptop.ask('mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { userErrors { code } } }', {
    input: { sessionId },
  });
  await leaving.until(() => leaving.endings.length > 0, 5_000);
  expect(closingOf(leaving)).toEqual([4403, 'SESSION_REVOKED']);
  for (const router of [first, second]) {
    await eventually(
      () => whoAmI(phone, router),
      ({ codes }) => codes[0] === 'UNAUTHENTICATED',
      5_000 - (Date.now() - revoked),
    );
  }
  const refresh = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { session { accessToken } userErrors { code } } }`;
  const variables = { input: { refreshToken: phone.session.refreshToken } };
  const { data } = await post(second, refresh, { variables });
  expect(data.refreshSession).toEqual({ session: null, userErrors: [{ code: 'SESSION_OVER' }] });

  await send(laptop, room, 'only here');
  await staying.until((events) => events.at(-1)?.message.body === 'only here');
  expect(leaving.events.map(({ message }) => message.body)).not.toContain('only here');
  expect(staying.endings).toEqual([]);
  staying.leave();
}, 30_000);

test('signing out closes the sockets of that session, on another router too', async () => {
  const device = await Person.signIn(first, laptop.account);
  const leaving = await hear(device.at(second));
  await device.ask('mutation { signOut { userErrors { code } } }');
  await leaving.until(() => leaving.endings.length > 0, 5_000);
  expect(closingOf(leaving)).toEqual([4403, 'SESSION_REVOKED']);
}, 30_000);

test('a token runs out: its socket is closed, its requests are refused, and a fresh one goes on without a gap', async () => {
  const token = laptop.session.accessToken;
  const {
    sub: id,
    sid: sessionId,
    role,
    iat,
    exp,
  } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const lifetime = (exp - iat) * 1_000;
  const old = await issueAccessToken(
    signingKey,
    'mosaic',
    { id, sessionId, role },
    new Date(Date.now() - lifetime + 4_000),
  );
  const device = laptop.withToken(old.token);
  const ear = await hear(device);
  expect((await whoAmI(device, first)).data).toEqual({ me: { displayName: 'Ada' } });

  await ear.until(() => ear.endings.length > 0, 8_000);
  const late = Date.now() - old.expiresAt.getTime();
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(2_500); // the jitter, and a busy machine
  expect(closingOf(ear)).toEqual([4403, 'TOKEN_EXPIRED']);
  expect(await whoAmI(device, first)).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });

  await send(laptop, room, 'while away');
  const after = ear.events.at(-1)?.eventId ?? '';
  const resumed = listen<MessageEvent>(laptop, { document: MESSAGES, variables: { roomId: room }, after });
  await resumed.until((events) => events.length > 0);
  expect(resumed.events.map(({ message }) => message.body)).toEqual(['while away']);
  resumed.leave();
}, 30_000);
