// docs/protocols/live-updates.md, statement by statement: what closes a socket, and what does not.
import { accessTokenLifetime } from '@mosaic/kernel/identity/access-token';
import { seconds } from '@mosaic/kernel/values/time';
import { expect, it } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { begun, init, rawSocket, subscribe } from '../lab/raw-socket.js';
import { room } from '../lab/rooms.js';

const lab = useLab({
  KEEP_ALIVE_MS: '200',
  EXPIRY_JITTER_MS: '500',
  SUBSCRIPTIONS_PER_SOCKET: '3',
  SOCKETS_PER_USER: '2',
});
const STREAM = 'subscription { messageAdded(room: "r") { eventId } }';
const opened = (token?: string) => begun(lab.url, token);

it('L1: a socket without our subprotocol is closed with 4406', async () => {
  expect(await (await rawSocket(lab.url, {}, [])).closed).toMatchObject({ code: 4406 });
});

it.each(['https://evil.test', 'https://app.example.evil.test', 'null'])(
  'L2: a page of %s is refused with 403',
  async (origin) => {
    await expect(rawSocket(lab.url, { headers: { origin } })).rejects.toThrow('403');
  },
);

it('L2: pages of listed origins, our own pages, and programs are let in', async () => {
  const own = new URL(lab.url).origin;
  for (const origin of ['https://app.example', own, null]) {
    const { ws } = await rawSocket(lab.url, origin === null ? {} : { headers: { origin } });
    ws.terminate();
  }
});

it('L2: another path is refused with 404', async () => {
  await expect(rawSocket(lab.url.replace('/graphql', '/else'))).rejects.toThrow('404');
});

it('L3: a socket that does not begin is closed with 4408 after three seconds', async () => {
  const { closed } = await rawSocket(lab.url);
  expect(await closed).toMatchObject({ code: 4408 });
});

it.each([
  ['a bad token', () => Promise.resolve('bad')],
  [
    'an expired one',
    () => lab.issuer.tokenFor(viewer('ada'), new Date(Date.now() - accessTokenLifetime - seconds(60))),
  ],
])('L4: %s at the start is closed with 4403', async (_, make) => {
  const socket = await rawSocket(lab.url);
  socket.say(init(await make()));
  expect(await socket.closed).toEqual({ code: 4403, reason: 'UNAUTHENTICATED' });
});

it('L5: the socket is closed with 4403 within five seconds after its token expired', async () => {
  const expiresAt = Date.now() + seconds(2);
  const socket = await opened(await lab.issuer.tokenFor(viewer('ada'), new Date(expiresAt - accessTokenLifetime)));
  expect(await socket.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
  expect(Date.now()).toBeGreaterThanOrEqual(expiresAt - seconds(1)); // exp counts whole seconds
  expect(Date.now()).toBeLessThan(expiresAt + seconds(5));
});

it('L7: two beginnings 4429, a subscription before the answer 4401, an id in use 4409', async () => {
  const twice = await opened();
  twice.say(init());
  expect(await twice.closed).toMatchObject({ code: 4429 });
  const early = await rawSocket(lab.url);
  early.say(subscribe('1', STREAM));
  expect(await early.closed).toMatchObject({ code: 4401 });
  const same = await opened();
  same.say(subscribe('1', STREAM));
  same.say(subscribe('1', STREAM));
  expect(await same.closed).toMatchObject({ code: 4409 });
});

it.each([
  ['an unknown type', '{"type":"shutdown"}'],
  ['no JSON', '{'],
  ['binary', Buffer.from('{"type":"ping"}')],
  ['an id named __proto__', subscribe('__proto__', STREAM)],
  ['an id of 10 KB', subscribe('x'.repeat(10_000), STREAM)],
  [
    'a member named __proto__',
    '{"type":"subscribe","id":"1","payload":{"query":"{ whoAmI }","variables":{"__proto__":{}}}}',
  ],
  ['deep nesting', `{"type":"ping","payload":{"x":${'['.repeat(50)}${']'.repeat(50)}}}`],
])('L8: %s is closed with 4400', async (_, message) => {
  const socket = await opened();
  if (Buffer.isBuffer(message)) socket.ws.send(message, { binary: true });
  else socket.say(message);
  expect(await socket.closed).toMatchObject({ code: 4400 });
});

it('L9: a frame above 64 KiB is closed with 1009', async () => {
  const socket = await opened();
  socket.say(`{"type":"ping","payload":{"x":"${'x'.repeat(64 * 1024)}"}}`);
  expect(await socket.closed).toMatchObject({ code: 1009 });
});

it('L10: a flood of messages is closed with 4429; so is one of pings', async () => {
  const messages = await opened();
  for (let at = 0; at < 200; at += 1) messages.say({ type: 'ping' });
  expect(await messages.closed).toEqual({ code: 4429, reason: 'TOO_MANY_MESSAGES' });
  const pings = await opened();
  let answers = 0;
  pings.ws.on('pong', () => {
    answers += 1;
  });
  for (let at = 0; at < 60; at += 1) pings.ws.ping();
  await eventually(() => expect(answers).toBe(60)); // ws itself ends a peer that has too many pongs waiting
  for (let at = 0; at < 60; at += 1) pings.ws.ping();
  expect(await pings.closed).toEqual({ code: 4429, reason: 'TOO_MANY_MESSAGES' });
});

it('L11: one operation too many is refused by itself; the others live on', async () => {
  const socket = await opened();
  for (const id of ['1', '2', '3']) socket.say(subscribe(id, STREAM));
  await eventually(() => expect(room.followers).toBe(1)); // all three hear one source
  socket.say(subscribe('4', STREAM));
  await eventually(() => expect(socket.heard.at(-1)?.id).toBe('4'));
  expect(socket.heard.at(-1)).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
  });
  room.say('ada', 'hi');
  await eventually(() => expect(socket.heard.filter(({ type }) => type === 'next')).toHaveLength(3));
  socket.ws.close();
  await eventually(() => expect(room.followers).toBe(0));
});

it('L12: one socket too many of a user is closed with 4429, and a free seat can be taken again', async () => {
  const token = await lab.token(viewer('many'));
  const [first] = [await opened(token), await opened(token)];
  const third = await rawSocket(lab.url);
  third.say(init(token));
  expect(await third.closed).toEqual({ code: 4429, reason: 'TOO_MANY_SOCKETS' });
  first.ws.close();
  await first.closed;
  (await opened(token)).ws.close();
});

it('L12: so is one too many of an anonymous address; signed-in sockets do not count there', async () => {
  const { url, stop } = await lab.startRouter({ SOCKETS_PER_ADDRESS: '1' });
  await begun(url, await lab.token(viewer('ada')));
  await rawSocket(url);
  expect(await (await rawSocket(url)).closed).toEqual({ code: 4429, reason: 'TOO_MANY_SOCKETS' });
  await stop();
});

it('L13: a peer that answers no ping is gone after two intervals', async () => {
  const socket = await rawSocket(lab.url, { autoPong: false });
  socket.say(init());
  expect((await socket.closed).code).toBe(1006);
});

it('L13: a peer that answers stays', async () => {
  const socket = await opened();
  for (let pings = 0; pings < 5; pings += 1) await new Promise((resolve) => socket.ws.once('ping', resolve));
  expect(socket.ws.readyState).toBe(socket.ws.OPEN);
  socket.ws.close();
});
