// Who shares a source, and who never does (docs/protocols/live-updates.md, L15).
import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { listen, socketClient } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';
import { room } from '../lab/rooms.js';

const lab = useLab();
const STREAM =
  'subscription ($after: ID) { messageAdded(room: "r", after: $after) { eventId message { author { name askedBy } } } }';

const clients: Client[] = [];
/** Both sockets of one viewer bring the same token, so they may be open for equally long. */
const connect = (token?: string): Client => {
  const client = socketClient(lab.url, token);
  clients.push(client);
  return client;
};
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await eventually(() => expect(room.followers).toBe(0));
  room.clear();
  people.clear();
});
const idsIn = (events: readonly ExecutionResult[]) =>
  events.map(({ data }) => (data as { messageAdded: { eventId: string } }).messageAdded.eventId);

it('L15: sockets of one viewer that ask the same share one source, and each event is completed once', async () => {
  const token = await lab.token(viewer('ada'));
  const streams = [connect(token), connect(token), connect(token)].map((client) => listen(client, STREAM));
  // A query on each socket is answered after its subscription was admitted.
  await Promise.all(clients.map((client) => listen(client, '{ __typename }').ended));
  await eventually(() => expect(room.followers).toBe(1));
  let lookUps = 0;
  people.delay = async () => {
    lookUps += 1;
  };
  for (let at = 1; at <= 20; at += 1) room.say('bob', `m${at}`);
  await eventually(() => expect(streams.map(({ events }) => events.length)).toEqual([20, 20, 20]));
  for (const { events } of streams) expect(idsIn(events)).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 1}`));
  expect(streams[1]?.events[0]).toEqual({
    data: { messageAdded: { eventId: '1', message: { author: { name: 'Person bob', askedBy: 'ada' } } } },
  });
  expect(lookUps).toBe(20);
  expect(room.followers).toBe(1);
});

it('L15: each sharer leaves alone; the source is released with the last', async () => {
  const [one, two] = [listen(connect(), STREAM), listen(connect(), STREAM)];
  await Promise.all(clients.map((client) => listen(client, '{ __typename }').ended));
  await eventually(() => expect(room.followers).toBe(1));
  one.stop();
  room.say('ada', 'hi');
  await eventually(() => expect(two.events).toHaveLength(1));
  expect(one.events).toHaveLength(0);
  expect(room.followers).toBe(1);
  two.stop();
  await eventually(() => expect(room.followers).toBe(0));
});

it('L15: nobody joins a source that has delivered: what the others have seen would be missing', async () => {
  const first = listen(connect(), STREAM);
  await eventually(() => expect(room.followers).toBe(1));
  room.say('ada', 'before');
  await eventually(() => expect(first.events).toHaveLength(1));
  const second = listen(connect(), STREAM);
  await eventually(() => expect(room.followers).toBe(2));
  room.say('ada', 'after');
  await eventually(() => expect([first.events.length, second.events.length]).toEqual([2, 2]));
  expect(idsIn(first.events)).toEqual(['1', '2']);
  expect(idsIn(second.events)).toEqual(['1', '2']); // the room tells its past to who brings no cursor
});

it.each([
  ['another viewer', async () => ({ client: connect(await lab.token(viewer('bob'))), query: STREAM })],
  ['no viewer', async () => ({ client: connect(), query: STREAM })],
  [
    'another text',
    async () => ({ client: connect(await ada()), query: STREAM.replace('eventId', 'eventId __typename') }),
  ],
  ['other variables', async () => ({ client: connect(await ada()), query: STREAM, variables: { after: '0' } })],
])('L15: %s is another source', async (_, make) => {
  listen(connect(await ada()), STREAM);
  await eventually(() => expect(room.followers).toBe(1));
  const { client, query, variables = {} } = (await make()) as Awaited<ReturnType<typeof make>> & { variables?: object };
  const other = listen(client, query, variables as Record<string, unknown>);
  await eventually(() => expect(room.followers).toBe(2));
  room.say('cyd', 'hi');
  await eventually(() => expect(other.events).toHaveLength(1));
});

let token: Promise<string> | undefined;
const ada = (): Promise<string> => {
  token ??= lab.token(viewer('ada'));
  return token;
};
