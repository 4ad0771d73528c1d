// Subscriptions over plain subgraphs: WebSocket, SSE and multipart to the client, graphql-transport-ws to the subgraph.
import { createClient } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { listen } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { useAlone } from './lab/alone.js';

const alone = useAlone();
const open: { dispose(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.dispose()));
});

/** A client of graphql-transport-ws with headers on its upgrade. */
function clientOf(url: string, connectionParams?: Record<string, unknown>, headers: Record<string, string> = {}) {
  const webSocketImpl = class extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { headers });
    }
  };
  const client = createClient({
    ...{ url: url.replace('http', 'ws'), webSocketImpl, retryAttempts: 0 },
    ...(connectionParams && { connectionParams }),
  });
  open.push(client);
  return client;
}

const WITH_AUTHOR = 'subscription { messageAdded { id body author { name nickname } } }';
const eventOf = (id: string) => ({
  data: { messageAdded: { id, body: `message ${id}`, author: { name: 'Ada', nickname: 'nick-ada' } } },
});

it('completes each event with what the other subgraph knows', async () => {
  const stream = listen(clientOf(alone.url), WITH_AUTHOR);
  await eventually(() => expect(alone.chat.followers).toBe(1));
  alone.chat.say('a');
  alone.chat.say('b');
  await eventually(() => expect(stream.events).toEqual([eventOf('a'), eventOf('b')]));
  stream.stop();
  await eventually(() => expect(alone.chat.followers).toBe(0));
});

it('passes Authorization of the upgrade on, over WebSocket and to what completes an event over HTTP', async () => {
  const authorization = 'Bearer of-the-upgrade';
  const client = clientOf(alone.url, undefined, { authorization });
  const once = listen(client, 'subscription { heardOnce }');
  await once.ended;
  expect(JSON.parse(String(once.events[0]?.data?.['heardOnce']))).toMatchObject({ over: 'websocket', authorization });
  const stream = listen(client, 'subscription { messageAdded { author { heard } } }');
  await eventually(() => expect(alone.chat.followers).toBe(1));
  alone.chat.say('a');
  await eventually(() => expect(stream.events).toHaveLength(1));
  expect(JSON.parse(heardIn(stream.events[0]))).toEqual({ over: 'http', authorization, tenant: null, params: null });
});

it('passes the payload of connection_init on, over WebSocket and HTTP', async () => {
  const params = { token: 'of the client', shop: { id: 7 } };
  const client = clientOf(alone.url, params);
  const once = listen(client, 'subscription { heardOnce }');
  await once.ended;
  expect(JSON.parse(String(once.events[0]?.data?.['heardOnce']))).toMatchObject({ over: 'websocket', params });
  const query = listen(client, '{ peopleHeard }');
  await query.ended;
  expect(JSON.parse(String(query.events[0]?.data?.['peopleHeard']))).toMatchObject({ over: 'http', params });
});

it('keeps the payload to itself when PASS_CONNECTION_PARAMS is off', async () => {
  const { url, stop } = await alone.start({ PASS_CONNECTION_PARAMS: 'off' });
  const client = clientOf(url, { token: 'of the client' });
  const once = listen(client, 'subscription { heardOnce }');
  await once.ended;
  expect(JSON.parse(String(once.events[0]?.data?.['heardOnce']))).toMatchObject({ params: null });
  const query = listen(client, '{ peopleHeard }');
  await query.ended;
  expect(JSON.parse(String(query.events[0]?.data?.['peopleHeard']))).toMatchObject({ params: null });
  await stop();
});

it('shares no query under way between callers that bring different things', async () => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  alone.chat.delay = () => held;
  const queries = ['one', 'two'].map((token) => listen(clientOf(alone.url, { token }), '{ slow peopleHeard }'));
  await eventually(() => expect(alone.chat.waiting).toBe(2));
  answer();
  await Promise.all(queries.map(({ ended }) => ended));
  const heard = queries.map(({ events }) => JSON.parse(String(events[0]?.data?.['peopleHeard'])).params.token);
  expect(heard).toEqual(['one', 'two']);
});

it.each([
  ['text/event-stream', 'event: next'],
  ['multipart/mixed;subscriptionSpec="1.0"', '"payload"'],
])('streams events as %s', async (accept, mark) => {
  const leaving = new AbortController();
  const response = await fetch(alone.url, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: JSON.stringify({ query: WITH_AUTHOR }),
    signal: leaving.signal,
  });
  expect(response.headers.get('content-type')).toContain(accept.split(';')[0]);
  let text = '';
  const reading = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      text += Buffer.from(chunk).toString();
  })().catch((error: Error) => error.name);
  await eventually(() => expect(alone.chat.followers).toBe(1));
  alone.chat.say('a');
  await eventually(() => expect(text).toContain(JSON.stringify(eventOf('a').data)));
  expect(text).toContain(mark);
  leaving.abort();
  expect(await reading).toBe('AbortError');
  await eventually(() => expect(alone.chat.followers).toBe(0));
});

const heardIn = (event: unknown): string =>
  (event as { data: { messageAdded: { author: { heard: string } } } }).data.messageAdded.author.heard;
