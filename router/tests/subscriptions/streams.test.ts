// Federated subscriptions: each event joined for its own viewer, resumed by cursor, ended honestly.
import { setTimeout as after } from 'node:timers/promises';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { listen, socketClient } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';
import { room } from '../lab/rooms.js';

const lab = useLab();
const STREAM = `subscription Added($after: ID, $plain: Boolean = false) {
  added: messageAdded(room: "r", after: $after) {
    eventId
    message { body writer: author @skip(if: $plain) { ...Who } }
  }
}
fragment Who on Person { name askedBy }`;

const clients: Client[] = [];
const connect = async (id?: string): Promise<Client> => {
  const client = socketClient(lab.url, id && (await lab.token(viewer(id))));
  clients.push(client);
  return client;
};
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await eventually(() => expect(room.followers).toBe(0));
  room.clear();
  people.clear();
});

type Added = { added: { eventId: string; message: { body: string; writer?: object } } };
const addedIn = ({ data }: ExecutionResult) => (data as Added).added;
const code = (ended: unknown) => (ended as GraphQLFormattedError[])[0]?.extensions?.['code'];

it('L15: two viewers of one subscription text never share an identity', async () => {
  const streams = [
    listen(await connect('ada'), STREAM),
    listen(await connect('bob'), STREAM),
    listen(await connect(), STREAM),
  ];
  room.say('cyd', 'hi');
  await eventually(() => expect(streams.map(({ events }) => events.length)).toEqual([1, 1, 1]));
  expect(streams.map(({ events: [event] }) => addedIn(event as ExecutionResult).message.writer)).toEqual([
    { name: 'Person cyd', askedBy: 'ada' },
    { name: 'Person cyd', askedBy: 'bob' },
    { name: 'Person cyd', askedBy: null },
  ]);
});

it('L16: a thousand events arrive in order, although each needs another subgraph', async () => {
  for (let at = 1; at <= 1_000; at += 1) room.say('ada', `m${at}`);
  const stream = listen(await connect('ada'), STREAM);
  await eventually(() => expect(stream.events).toHaveLength(1_000), 20_000);
  expect(stream.events.map((event) => addedIn(event).eventId)).toEqual(
    Array.from({ length: 1_000 }, (_, at) => `${at + 1}`),
  );
});

it('L16: resumes after a cursor: nothing lost, nothing twice', async () => {
  for (const body of ['a', 'b', 'c']) room.say('ada', body);
  const stream = listen(await connect(), STREAM, { after: '1', plain: true });
  room.say('ada', 'd');
  await eventually(() => expect(stream.events).toHaveLength(3));
  expect(stream.events.map((event) => addedIn(event).message)).toEqual([{ body: 'b' }, { body: 'c' }, { body: 'd' }]);
});

it('L17: an error in one event leaves the stream alive', async () => {
  people.refused.add('ghost');
  const stream = listen(await connect('ada'), STREAM);
  room.say('ghost', 'boo');
  room.say('bob', 'hello');
  await eventually(() => expect(stream.events).toHaveLength(2));
  expect(stream.events[0]).toEqual({
    data: { added: { eventId: '1', message: { body: 'boo', writer: null } } },
    errors: [expect.objectContaining({ path: ['added', 'message', 'writer'] })],
  });
  expect(stream.events[0]?.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  expect(addedIn(stream.events[1] as ExecutionResult).message.writer).toEqual({ name: 'Person bob', askedBy: 'ada' });
});

it('L18: a refusal at the start is a result with its code, then the end', async () => {
  const stream = listen(await connect(), 'subscription { messageAdded(room: "private") { eventId } }');
  expect(await stream.ended).toBe('completed');
  expect(stream.events).toEqual([
    { errors: [expect.objectContaining({ message: 'This is not yours to see or do.' })] },
  ]);
  expect(stream.events[0]?.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

it('L19: releases the source at once when the client unsubscribes, leaves, or dies', async () => {
  const [one, two, three] = [await connect('ada'), await connect('bob'), await connect()];
  const first = listen(one, STREAM);
  listen(two, STREAM);
  listen(three, STREAM);
  await eventually(() => expect(room.followers).toBe(3));
  first.stop();
  await eventually(() => expect(room.followers).toBe(2), 1_000);
  await two.dispose();
  await eventually(() => expect(room.followers).toBe(1), 1_000);
  three.terminate();
  await eventually(() => expect(room.followers).toBe(0), 1_000);
});

it('L19: releases the source also while an event is being completed', async () => {
  people.delay = () => after(60_000, undefined, { ref: false });
  const client = await connect();
  const stream = listen(client, STREAM);
  await eventually(() => expect(room.followers).toBe(1));
  room.say('ada', 'slow');
  await after(50);
  stream.stop();
  await eventually(() => expect(room.followers).toBe(0), 1_000);
});

it('L17: goes on with partial events while the other subgraph is down', async () => {
  const stream = listen(await connect(), STREAM);
  await eventually(() => expect(room.followers).toBe(1));
  await lab.stopSubgraph('people');
  room.say('ada', 'still here');
  await eventually(() => expect(stream.events).toHaveLength(1));
  expect(stream.events[0]).toMatchObject({ data: { added: { message: { body: 'still here', writer: null } } } });
  expect(stream.events[0]?.errors?.[0]?.extensions?.['code']).toBe('SUBGRAPH_UNAVAILABLE');
  await lab.restartSubgraph('people');
});

it('L20: says so when the source dies, does not subscribe again by itself, and serves the next subscriber afresh', async () => {
  const client = await connect();
  const stream = listen(client, STREAM);
  await eventually(() => expect(room.followers).toBe(1));
  await lab.stopSubgraph('rooms');
  expect(code(await stream.ended)).toBe('SUBSCRIPTION_SOURCE_CLOSED');
  expect(code(await listen(client, STREAM).ended)).toBe('SUBSCRIPTION_SOURCE_UNAVAILABLE');
  await lab.restartSubgraph('rooms');
  expect(room.followers).toBe(0);
  const next = listen(client, STREAM);
  room.say('ada', 'back');
  await eventually(() => expect(next.events).toHaveLength(1));
});

it('L14: carries queries and mutations on the same socket', async () => {
  const client = await connect('ada');
  const query = listen(client, '{ whoAmI messages { author { name } } }');
  const mutation = listen(client, 'mutation { rename(name: "x") }');
  expect([await query.ended, await mutation.ended]).toEqual(['completed', 'completed']);
  expect(query.events[0]?.data).toMatchObject({
    whoAmI: 'ada',
    messages: [{ author: { name: 'Person ada' } }, {}, {}],
  });
  expect(mutation.events).toEqual([{ data: { rename: true } }]);
});
