// SIGKILL of one subgraph: who does not need it notices nothing, who does gets the rest, and all is well again without
// anybody's help. Tokens are verified without `users`, even by a router that starts while it is dead.
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { slowest, startLoad } from './load.js';

const world = openWorld({ subgraphs: ['users', 'content'] });

/** Far above what a quiet machine needs, far below any timeout. */
const SOON_MS = 1_500;

test('without content: users answers everything, the rest is partial, streams resume', async () => {
  const { current } = world;
  const [router = ''] = current.urls.router;
  const [ada, basile] = (await Promise.all([Person.signUp(router, 'Ada'), Person.signUp(router, 'Basile', 'fr')])) as [
    Person,
    Person,
  ];
  const token = ada.session.accessToken;
  const room = await createRoom(ada, 'Hello', [basile]);
  const after = await latestEventId(basile, room);
  const ear = listen<MessageEvent>(basile, { document: MESSAGES, variables: { roomId: room }, after, resumes: true });
  await send(ada, room, 'before');
  await ear.until((events) => events.at(-1)?.message.body === 'before');
  const pids = ['router', 'users'].map((name) => current.child(name).pid);

  const apart = startLoad(3, () => post(router, '{ me { displayName sessions { id } } }', { token }));
  const crossing = startLoad(2, () =>
    post(router, '{ me { displayName rooms(first: 1) { edges { node { title } } } } }', { token }),
  );
  await eventually(
    async () => crossing.answers.length,
    (count) => count > 10,
  );
  current.child('content').kill('SIGKILL');
  await eventually(
    async () => crossing.answers.filter(({ codes }) => codes.length > 0).length,
    (count) => count > 10,
  );
  await current.child('content').ready();
  const healed = Date.now();
  await eventually(
    async () => crossing.answers.slice(-10),
    (latest) => latest.every(({ codes }) => codes.length === 0),
  );
  expect(Date.now() - healed).toBeLessThan(5_000);
  await Promise.all([apart.stop(), crossing.stop()]);

  expect(apart.failures).toEqual([]);
  expect(apart.answers.length).toBeGreaterThan(10);
  for (const { data, codes } of apart.answers) {
    expect(codes).toEqual([]);
    expect(data.me).toEqual({ displayName: 'Ada', sessions: [{ id: expect.any(String) }] });
  }
  expect(crossing.failures).toEqual([]);
  const whole = { me: { displayName: 'Ada', rooms: { edges: [{ node: { title: 'Hello' } }] } } };
  for (const { status, data, codes, errors } of crossing.answers) {
    expect(status).toBe(200);
    if (codes.length === 0) expect(data).toEqual(whole);
    else {
      expect(codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
      expect(data).toEqual({ me: { displayName: 'Ada', rooms: null } });
      expect(errors[0]?.message).not.toMatch(/content|127\.0\.0\.1|ECONN/);
    }
  }
  expect(slowest([...apart.answers, ...crossing.answers])).toBeLessThan(SOON_MS);

  await send(ada, room, 'after');
  await ear.until((events) => events.at(-1)?.message.body === 'after');
  ear.leave();
  expect(ear.events.map(({ message }) => message.body)).toEqual(['before', 'after']);
  expect(['router', 'users'].map((name) => current.child(name).pid)).toEqual(pids);
}, 40_000);

test('without users: tokens are verified, chat goes on, names are missing', async () => {
  const { current } = world;
  const [router = ''] = current.urls.router;
  const [cleo, dan] = (await Promise.all([Person.signUp(router, 'Cleo'), Person.signUp(router, 'Dan')])) as [
    Person,
    Person,
  ];
  const token = cleo.session.accessToken;
  const room = await createRoom(cleo, 'Names', [dan]);
  const after = await latestEventId(dan, room);
  const content = current.child('content').pid;

  current.child('users').kill('SIGKILL');
  await current.child('users').stop(); // so that it stays dead
  current.child('router').kill('SIGKILL');
  await current.child('router').ready();
  const variables = { id: room };
  const chat = startLoad(3, () => post(router, 'query ($id: ID!) { room(id: $id) { title } }', { token, variables }));
  const ear = listen<MessageEvent>(dan, { document: MESSAGES, variables: { roomId: room }, after });
  for (const body of ['one', 'two', 'three']) await send(cleo, room, body);
  await ear.until((events) => events.length === 3);
  await eventually(
    async () => chat.answers.length,
    (count) => count > 30,
  );
  await chat.stop();
  ear.leave();

  expect(chat.failures).toEqual([]);
  for (const { data, codes } of chat.answers)
    expect({ data, codes }).toEqual({ data: { room: { title: 'Names' } }, codes: [] });
  expect(slowest(chat.answers)).toBeLessThan(SOON_MS);
  expect(ear.events.map(({ message }) => [message.body, message.author])).toEqual([
    ['one', null],
    ['two', null],
    ['three', null],
  ]);
  const codes = ear.endings.flatMap((errors) => (errors as { extensions: { code: string } }[])[0]?.extensions.code);
  expect(codes.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => 'SUBGRAPH_UNAVAILABLE'));
  const crossing = '{ me { displayName } }';
  expect(await post(router, crossing, { token })).toMatchObject({
    data: { me: null },
    codes: ['SUBGRAPH_UNAVAILABLE'],
  });
  const forged = `${token.slice(0, -4)}AAAA`;
  expect((await post(router, crossing, { token: forged })).codes).toEqual(['UNAUTHENTICATED']);

  await current.child('users').restart();
  await eventually(
    () => post(router, crossing, { token }),
    ({ data }) => data?.me?.displayName === 'Cleo',
    5_000,
  );
  expect(current.child('content').pid).toBe(content);
}, 40_000);
