// The wall between router and subgraphs, at the real processes: nobody but the router is heard, and no call of the
// router can be changed, sent elsewhere or sent again.
import { randomBytes } from 'node:crypto';
import { subgraphNames } from '@mosaic/embedded/supervisor/subgraphs';
import { Secret } from '@mosaic/kernel/config/secret';
import { type CallerKeys, callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createRoom } from '../lab/chat.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { harmDone, look, unknownId } from './attack.js';

const key = randomBytes(32);
const keys: CallerKeys = { current: 'proof', keys: { proof: new Secret(key) } };
const world = openWorld({
  env: { MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'proof', keys: { proof: key.toString('base64url') } }) },
});
let router = '';
let ada: Person;
let eve: Person;
let room = '';

beforeAll(async () => {
  router = world.current.urls.router[0] ?? '';
  ada = await Person.signUp(router, 'Ada');
  eve = await Person.signUp(router, 'Eve');
  room = await createRoom(ada, 'Private', []);
}, 30_000);

afterAll(async () => expect(await harmDone(world)).toEqual([]));

const viewerOf = (person: Person): Viewer => {
  const { sub, sid, role } = decodeJwt<{ sid: string; role: string }>(person.session.accessToken);
  return { id: String(sub), sessionId: sid, role };
};

const bodyOf = (query: string, variables = {}) => JSON.stringify({ query, variables });
const ME = bodyOf('{ __typename }');

describe.each(subgraphNames)('%s', (name) => {
  const claims = (changes = {}) => ({
    ...{ audience: name as string, method: 'POST', path: '/graphql', viewer: viewerOf(ada), locale: 'en' as const },
    ...{ requestId: 'hostile', deadline: Date.now() + 5_000, ...changes },
  });
  const knock = (body: string, caller?: string) =>
    fetch(world.current.urls[name], {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(caller !== undefined && { [callerHeader]: caller }) },
      body,
    });

  test.each([
    '{ __typename }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
    '{ __schema { types { name } } }',
  ])('R1: without an assertion, and with a person’s token, %s is 401 and says nothing', async (query) => {
    const headers = { authorization: `Bearer ${ada.session.accessToken}`, 'content-type': 'application/json' };
    const answer = await fetch(world.current.urls[name], { method: 'POST', headers, body: bodyOf(query) });
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  });

  test('R1: so is a socket, before it may say anything', async () => {
    const socket = new WebSocket(world.current.urls[name].replace('http', 'ws'), 'graphql-transport-ws');
    const heard: string[] = [];
    socket.on('message', (text) => heard.push(String(text)));
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { caller: 'e30.e30' } })));
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect([code, heard]).toEqual([4403, []]);
  });

  test('R2: a call holds for its body, its viewer, its subgraph and its deadline alone', async () => {
    const good = signCall(keys, claims(), ME);
    expect((await knock(ME, good)).status).toBe(200); // the control
    const [text = '', mac = ''] = signCall(keys, claims(), ME).split('.');
    const told = JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
    const retold = (change: object) =>
      `${Buffer.from(JSON.stringify({ ...told, ...change })).toString('base64url')}.${mac}`;
    for (const forged of [
      retold({ viewer: viewerOf(eve) }),
      retold({ viewer: { ...viewerOf(ada), role: 'ADMIN' } }),
      retold({ deadline: Date.now() + 60_000 }),
      retold({ nonce: 'another' }),
      signCall(keys, claims({ audience: name === 'users' ? 'content' : 'users' }), ME),
      signCall(keys, claims({ method: 'WS' }), ME),
      signCall({ current: 'proof', keys: { proof: new Secret(randomBytes(32)) } }, claims(), ME),
    ]) {
      expect((await knock(ME, forged)).status).toBe(401);
    }
    expect((await knock(bodyOf('{ _service { sdl } }'), signCall(keys, claims(), ME))).status).toBe(401);
  });

  test('R3: a call is heard once, also when it is sent ten times at once', async () => {
    const caller = signCall(keys, claims(), ME);
    const heard = await Promise.all(Array.from({ length: 10 }, () => knock(ME, caller)));
    expect(heard.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(401)]);
  });
});

test('A3: an entity is its reader’s answer: Eve and nobody get null where Ada gets her record', async () => {
  const query = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Room { id title } } }';
  const shapes: object[] = [
    { __typename: 'Room', id: room },
    { __typename: 'Room', id: room, title: 'Given', memberIds: [eve.id], viewerId: ada.id },
  ];
  for (const [person, title] of [
    [ada, 'Private'],
    [eve, null],
    [null, null],
  ] as const) {
    for (const shape of [...shapes, { __typename: 'Room', id: unknownId('Room') }]) {
      const body = bodyOf(query, { refs: [shape] });
      const viewer = person && viewerOf(person);
      const told = { audience: 'content', method: 'POST', path: '/graphql', viewer, locale: 'en' as const };
      const caller = signCall(keys, { ...told, requestId: 'hostile', deadline: Date.now() + 5_000 }, body);
      const headers = { 'content-type': 'application/json', [callerHeader]: caller };
      const answer = await fetch(world.current.urls.content, { method: 'POST', headers, body });
      const { data } = (await answer.json()) as { data: { _entities: ({ id: string; title: string } | null)[] } };
      const expected = shapes.includes(shape) && title ? { id: room, title } : null;
      expect(data._entities).toEqual([expected]);
    }
  }
});

test('the router goes on hearing people meanwhile', async () => {
  expect((await look(router, ada, '{ me { displayName rooms(first: 1) { edges { node { title } } } } }')).data).toEqual(
    {
      me: { displayName: 'Ada', rooms: { edges: [{ node: { title: 'Private' } }] } },
    },
  );
});
