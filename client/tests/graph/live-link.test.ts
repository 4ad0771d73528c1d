// What is lost of the socket is not lost of the events: each comes once and in order, whatever happens to the network, the
// token, the source or the cursor.
import './browser';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connection } from '../../src/graph/connection';
import { closeSocket, liveLink } from '../../src/graph/live-link';
import { onTurn, type Turn } from '../../src/graph/session';
import { visit } from './browser';
import { openLiveServer } from './live-server';

const said = gql`subscription Said($after: ID) { said(after: $after) { eventId text by } }`;
const typing = gql`subscription Typing { typing { eventId text } }`;

/** A machine with much to do takes its time. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

let server: Awaited<ReturnType<typeof openLiveServer>>;
let stops: (() => void)[] = [];
const turns: Turn[] = [];
onTurn((turn) => turns.push(turn));

beforeEach(async () => {
  server = await openLiveServer();
  visit(server.origin);
});
afterEach(async () => {
  for (const stop of stops) stop();
  stops = [];
  turns.length = 0;
  await closeSocket();
  await server.stop();
});

/** Subscribes, and waits until the server has heard of it. */
async function listen(variables: { after?: string } = {}, query = said) {
  const resync = vi.fn();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: liveLink(resync),
    devtools: { enabled: false },
    defaultOptions: {
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'all' },
    },
  });
  const texts: string[] = [];
  const ends: unknown[] = [];
  const before = server.begun.length;
  const subscription = client.subscribe<{ said: { text: string } }>({ query, variables }).subscribe({
    next: ({ data, error }) => {
      if (data) texts.push(data.said.text);
      if (error) ends.push(error);
    },
    complete: () => ends.push('complete'),
  });
  stops.push(() => subscription.unsubscribe());
  await soon(() => server.begun.length).toBeGreaterThan(before);
  return { texts, ends, resync };
}

test('goes on after the last event when the connection is cut; nothing is lost, nothing comes twice', async () => {
  const { texts } = await listen();
  server.say('one');
  server.say('two');
  await soon(() => texts).toEqual(['one', 'two']);
  expect(connection.get()).toBe('live');
  server.cut();
  server.say('three');
  server.say('four');
  await soon(() => connection.get()).toBe('waiting');
  await soon(() => texts).toEqual(['one', 'two', 'three', 'four']);
  expect(connection.get()).toBe('live');
  expect(server.begun).toEqual([{ field: 'Said' }, { field: 'Said', after: 'e1' }]);
});

test('begins after the cursor it is given, and drops what a resume repeats', async () => {
  for (const text of ['one', 'two', 'three']) server.say(text);
  const { texts } = await listen({ after: 'e0' });
  await soon(() => texts).toEqual(['two', 'three']);
  server.state.repeats = true;
  server.close(1001, 'GOING_AWAY');
  await soon(() => server.begun.length).toBe(2);
  server.say('four');
  await soon(() => texts).toEqual(['two', 'three', 'four']);
  expect(server.begun[1]).toEqual({ field: 'Said', after: 'e2' });
});

test('a token that ran out is refreshed once for all, and each goes on from its own cursor', async () => {
  const first = await listen();
  server.say('one');
  await soon(() => first.texts).toEqual(['one']);
  const second = await listen();
  server.close(4403, 'TOKEN_EXPIRED');
  await soon(() => server.begun.length).toBe(4);
  server.say('two');
  await soon(() => second.texts).toEqual(['two']);
  await soon(() => first.texts).toEqual(['one', 'two']);
  expect(server.refreshes).toHaveLength(1);
  expect(server.begun.slice(2)).toContainEqual({ field: 'Said', after: 'e0' });
});

test('a session that is over ends the subscription, and the page hears of it', async () => {
  const { ends } = await listen();
  server.state.isSessionOver = true;
  server.close(4403, 'SESSION_REVOKED');
  await soon(() => ends).toEqual(['complete']);
  expect(turns).toEqual(['ended']);
  expect(server.begun).toHaveLength(1);
});

test('a cursor that is too old loads everything again, and events are followed from now on', async () => {
  server.say('long ago');
  const { texts, ends, resync } = await listen({ after: 'too-old' });
  await soon(() => server.begun.length).toBe(2);
  expect(server.begun).toEqual([{ field: 'Said', after: 'too-old' }, { field: 'Said' }]);
  await soon(() => resync.mock.calls.length).toBe(1);
  server.say('now');
  await soon(() => texts).toEqual(['now']);
  expect(ends).toEqual([]);
});

test('a source that is lost is asked again over the same socket', async () => {
  server.state.refuseNext = 'SUBSCRIPTION_SOURCE_UNAVAILABLE';
  const { texts, ends } = await listen({ after: 'e-1' });
  server.say('one');
  await soon(() => texts).toEqual(['one']);
  expect(ends).toEqual([]);
  await soon(() => connection.get()).toBe('live');
});

test('a refusal ends the subscription, with its code', async () => {
  const { ends, resync } = await listen({ after: 'not-mine' });
  await soon(() => ends.length).toBe(2);
  const [error] = ends;
  expect(CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
  expect(ends[1]).toBe('complete');
  expect(resync).not.toHaveBeenCalled();
});

test('an event that misses the fields of a subgraph is an event all the same', async () => {
  const { texts, ends } = await listen();
  server.state.isUsersDown = true;
  server.say('one');
  await soon(() => texts).toEqual(['one']);
  expect(ends).toEqual([]);
});

test('a stream that begins with a snapshot is given no cursor', async () => {
  await listen({}, typing);
  server.say('one');
  server.cut();
  await soon(() => server.begun.length).toBe(2);
  expect(server.begun).toEqual([{ field: 'Typing' }, { field: 'Typing' }]);
});
