// graphql-transport-ws to the letter (graphql-ws, PROTOCOL.md), beside what socket-law.test.ts proves of L1 to L9.
import { expect, it } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { useLab } from '../lab/lab.js';
import { begun, init, type RawSocket, rawSocket, subscribe } from '../lab/raw-socket.js';
import { room } from '../lab/rooms.js';

const lab = useLab();
const STREAM = 'subscription { messageAdded(room: "r") { eventId } }';
const opened = () => begun(lab.url);

/** Resolves when everything said so far was heard: a pong comes after it. */
async function settled(socket: RawSocket, mark: string): Promise<void> {
  socket.say({ type: 'ping', payload: { mark } });
  await eventually(() => expect(socket.heard).toContainEqual({ type: 'pong', payload: { mark } }));
}
const without = (socket: RawSocket, ...types: string[]) => socket.heard.filter(({ type }) => !types.includes(type));

it('a beginning is acknowledged without a payload', async () => {
  const socket = await opened();
  expect(socket.heard).toEqual([{ type: 'connection_ack' }]);
});

it('a ping is answered with a pong of the same payload, also before the beginning', async () => {
  const socket = await rawSocket(lab.url);
  socket.say({ type: 'ping' });
  socket.say({ type: 'ping', payload: { at: 7, nested: [1] } });
  socket.say({ type: 'pong' });
  socket.say({ type: 'pong', payload: { unasked: true } });
  await eventually(() => expect(socket.heard).toHaveLength(2));
  socket.say(init());
  await eventually(() => expect(socket.heard).toHaveLength(3));
  expect(socket.heard).toEqual([
    { type: 'pong' },
    { type: 'pong', payload: { at: 7, nested: [1] } },
    { type: 'connection_ack' },
  ]);
});

it.each([
  ['a message without a type', {}],
  ['a type that is no text', { type: 7 }],
  ['a beginning whose payload is no object', { type: 'connection_init', payload: 'x' }],
  ['a ping whose payload is no object', { type: 'ping', payload: 'x' }],
  ['a subscribe without an id', { type: 'subscribe', payload: { query: STREAM } }],
  ['a subscribe with an empty id', { id: '', type: 'subscribe', payload: { query: STREAM } }],
  ['a subscribe without a payload', { id: '1', type: 'subscribe' }],
  ['a subscribe without a query', { id: '1', type: 'subscribe', payload: { variables: {} } }],
  ['a query that is no text', { id: '1', type: 'subscribe', payload: { query: 1 } }],
  ['variables that are text', { id: '1', type: 'subscribe', payload: { query: STREAM, variables: 'x' } }],
  ['an operation name that is no text', { id: '1', type: 'subscribe', payload: { query: STREAM, operationName: 1 } }],
  ['extensions that are text', { id: '1', type: 'subscribe', payload: { query: STREAM, extensions: 'x' } }],
  ['a complete without an id', { type: 'complete' }],
  ['a connection_ack, which only servers send', { type: 'connection_ack' }],
  ['a next, which only servers send', { id: '1', type: 'next', payload: {} }],
  ['an error, which only servers send', { id: '1', type: 'error', payload: [{ message: 'x' }] }],
])('%s closes with 4400', async (_, message) => {
  const socket = await opened();
  socket.say(message);
  expect((await socket.closed).code).toBe(4400);
});

it('null parts are as good as absent ones', async () => {
  const socket = await opened();
  const payload = { query: '{ __typename }', variables: null, operationName: null, extensions: null };
  socket.say({ id: '1', type: 'subscribe', payload });
  await eventually(() => expect(socket.heard).toHaveLength(3));
  expect(socket.heard.slice(1)).toEqual([
    { id: '1', type: 'next', payload: { data: { __typename: 'Query' } } },
    { id: '1', type: 'complete' },
  ]);
});

it('the result of a query comes before its complete, and its id is free then', async () => {
  const socket = await opened();
  for (const round of [1, 2]) {
    socket.say(subscribe('same', '{ messages { body } }'));
    await eventually(() => expect(without(socket, 'connection_ack')).toHaveLength(2 * round));
  }
  const [next, complete] = without(socket, 'connection_ack');
  expect(next).toEqual({
    id: 'same',
    type: 'next',
    payload: { data: { messages: [{ body: 'hello 1' }, { body: 'hello 2' }, { body: 'hello 3' }] } },
  });
  expect(complete).toEqual({ id: 'same', type: 'complete' });
  expect(without(socket, 'connection_ack').slice(2)).toEqual([next, complete]);
});

it('an error ends its operation and frees its id; nothing follows it', async () => {
  const socket = await opened();
  socket.say(subscribe('1', '{ nothingOfThisName }'));
  await eventually(() => expect(socket.heard).toHaveLength(2));
  expect(socket.heard[1]).toMatchObject({
    id: '1',
    type: 'error',
    payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  socket.say(subscribe('1', '{ __typename }'));
  await eventually(() => expect(socket.heard.at(-1)).toEqual({ id: '1', type: 'complete' }));
  expect(socket.heard).toHaveLength(4);
});

it('a complete for an id that is not in use is ignored', async () => {
  const socket = await opened();
  socket.say({ id: 'never', type: 'complete' });
  await settled(socket, 'lives');
  expect(without(socket, 'connection_ack', 'pong')).toEqual([]);
});

it('after a complete no event follows, and the id may be used again at once', async () => {
  const socket = await opened();
  socket.say(subscribe('1', STREAM));
  await eventually(() => expect(room.followers).toBe(1));
  // One chunk of the network: the id is taken again before anything of the first could end.
  socket.ws.send(JSON.stringify({ id: '1', type: 'complete' }));
  socket.ws.send(JSON.stringify(subscribe('1', STREAM)));
  socket.ws.send(JSON.stringify({ id: '1', type: 'complete' }));
  socket.ws.send(JSON.stringify(subscribe('1', STREAM)));
  await settled(socket, 'said');
  await eventually(() => expect(room.followers).toBe(1));
  room.say('ada', 'hi');
  await eventually(() => expect(without(socket, 'connection_ack', 'pong')).toHaveLength(1));
  socket.say({ id: '1', type: 'complete' });
  await eventually(() => expect(room.followers).toBe(0));
  room.say('ada', 'unheard');
  await settled(socket, 'over');
  expect(without(socket, 'connection_ack', 'pong')).toEqual([
    { id: '1', type: 'next', payload: { data: { messageAdded: { eventId: '1' } } } },
  ]);
});

it('an id is sent back as it came, whatever it spells', async () => {
  const socket = await opened();
  const ids = ['"quoted\\"', 'ünïcödé ✓', 'toString', 'x'.repeat(128)];
  for (const id of ids) socket.say(subscribe(id, '{ __typename }'));
  await eventually(() => expect(socket.heard).toHaveLength(1 + 2 * ids.length));
  for (const id of ids) {
    expect(socket.heard.filter((message) => message.id === id)).toEqual([
      { id, type: 'next', payload: { data: { __typename: 'Query' } } },
      { id, type: 'complete' },
    ]);
  }
});
