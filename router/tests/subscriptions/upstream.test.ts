// The live road to subgraphs that know clients by what these bring: who shares a socket, and what it is told.
import type { AddressInfo } from 'node:net';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import type { ExecutionResult } from 'graphql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Call, PassedOn } from '../../src/plan/call.js';
import { introducePassedOn } from '../../src/subscriptions/introduce-passed-on.js';
import type { SourceEnd } from '../../src/subscriptions/source-end.js';
import { openUpstream, type Upstream } from '../../src/subscriptions/upstream.js';
import { eventually } from '../lab/eventually.js';

interface Seen {
  readonly url: string | undefined;
  readonly protocol: string;
  readonly authorization: string | undefined;
  readonly said: Record<string, unknown>[];
  readonly ws: WebSocket;
}

let scope: Scope;
let server: WebSocketServer;
let seen: Seen[];
let upstream: Upstream;

beforeEach(async () => {
  scope = new Scope();
  seen = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (ws, { url, headers }) => {
    const said: Seen['said'] = [];
    seen.push({ url, protocol: ws.protocol, authorization: headers.authorization, said, ws });
    ws.on('message', (text) => {
      const message = JSON.parse(String(text)) as Record<string, unknown>;
      said.push(message);
      if (message['type'] === 'connection_init') ws.send('{"type":"connection_ack"}');
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  upstream = openUpstream(scope, {
    subgraph: 'rooms',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live/graphql?tenant=7`,
    introduce: introducePassedOn,
    largestAnswer: 1_024,
    log: createLogger('router', 'CRITICAL'),
  });
});
afterEach(async () => {
  await scope.close();
  for (const ws of server.clients) ws.terminate();
  server.close();
});

const callWith = (passedOn: PassedOn) => ({ passedOn, requestId: 'r' }) as unknown as Call;
const QUERY = 'subscription { rung }';
function ask(passedOn: PassedOn) {
  const events: ExecutionResult[] = [];
  const ends: SourceEnd[] = [];
  const source = { subgraph: 'rooms', query: QUERY, operationName: undefined, variables: { room: 'r' } };
  const stop = upstream.subscribe(source, callWith(passedOn), new Date(Date.now() + 60_000), {
    next: (event) => events.push(event),
    end: (how) => ends.push(how),
  });
  return { events, ends, stop };
}
const subscribesOn = ({ said }: Seen) => said.filter(({ type }) => type === 'subscribe');

it('one socket for all who bring the same, another one for who brings something else', async () => {
  const ada = { headers: { authorization: 'Bearer ada' }, connectionParams: { token: 'ada' } };
  ask(ada);
  ask({ ...ada });
  ask({ headers: {}, connectionParams: null });
  await eventually(() => expect(seen.flatMap(subscribesOn)).toHaveLength(3));
  expect(seen).toHaveLength(2);
  const [two, one] = seen[0]?.authorization ? seen : [...seen].reverse();
  expect(two).toMatchObject({
    url: '/live/graphql?tenant=7',
    protocol: 'graphql-transport-ws',
    authorization: 'Bearer ada',
  });
  expect(two?.said[0]).toEqual({ type: 'connection_init', payload: { token: 'ada' } });
  expect(two && subscribesOn(two)).toHaveLength(2);
  expect(two?.said[1]).toEqual({
    id: expect.any(String),
    type: 'subscribe',
    payload: { query: QUERY, variables: { room: 'r' } },
  });
  expect(one).toMatchObject({ authorization: undefined });
  expect(one?.said[0]).toEqual({ type: 'connection_init' });
});

it('an authorization that came over HTTP is told in connection_init as well', async () => {
  ask({ headers: { authorization: 'Bearer ada' }, connectionParams: null });
  await eventually(() => expect(seen[0]?.said[0]).toBeDefined());
  expect(seen[0]?.said[0]).toEqual({ type: 'connection_init', payload: { Authorization: 'Bearer ada' } });
});

it('stopping tells the subgraph at once; the socket closes some time after its last subscription, and opens anew', async () => {
  const nobody = { headers: {}, connectionParams: null };
  const first = ask(nobody);
  await eventually(() => expect(seen[0] && subscribesOn(seen[0])).toHaveLength(1));
  const closed = new Promise((resolve) => seen[0]?.ws.once('close', resolve));
  first.stop();
  await eventually(() => expect(seen[0]?.said.at(-1)).toMatchObject({ type: 'complete' }));
  await closed;
  expect(first.ends).toEqual([]);
  ask(nobody);
  await eventually(() => expect(seen[1] && subscribesOn(seen[1])).toHaveLength(1));
}, 15_000);

it('a lost socket ends what ran on it, and nothing of the others', async () => {
  const ada = ask({ headers: { authorization: 'Bearer ada' }, connectionParams: null });
  const bob = ask({ headers: { authorization: 'Bearer bob' }, connectionParams: null });
  await eventually(() => expect(seen.map((each) => subscribesOn(each).length)).toEqual([1, 1]));
  const ofBob = seen.find(({ authorization }) => authorization === 'Bearer bob');
  seen.find(({ authorization }) => authorization === 'Bearer ada')?.ws.terminate();
  await eventually(() => expect(ada.ends).toHaveLength(1));
  expect(ada.ends[0]).toMatchObject({ kind: 'failed', error: { extensions: { code: 'SUBSCRIPTION_SOURCE_CLOSED' } } });
  ofBob?.ws.send(JSON.stringify({ id: subscribesOn(ofBob)[0]?.['id'], type: 'next', payload: { data: { rung: 1 } } }));
  await eventually(() => expect(bob.events).toEqual([{ data: { rung: 1 } }]));
  expect(bob.ends).toEqual([]);
});

it('a frame of more bytes than an answer may have ends the socket it came on', async () => {
  const asking = ask({ headers: {}, connectionParams: null });
  await eventually(() => expect(seen[0] && subscribesOn(seen[0])).toHaveLength(1));
  const id = seen[0] && subscribesOn(seen[0])[0]?.['id'];
  const frame = (filler: string) => JSON.stringify({ id, type: 'next', payload: { data: { filler } } });
  const most = 'x'.repeat(1_024 - frame('').length);
  seen[0]?.ws.send(frame(most));
  await eventually(() => expect(asking.events).toEqual([{ data: { filler: most } }]));
  seen[0]?.ws.send(frame(`${most}x`));
  await eventually(() => expect(asking.ends).toHaveLength(1));
  expect(asking.ends[0]).toMatchObject({
    kind: 'failed',
    error: { extensions: { code: 'SUBSCRIPTION_SOURCE_CLOSED' } },
  });
  expect(asking.events).toHaveLength(1);
});
