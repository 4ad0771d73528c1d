// An assembled subgraph: closed to everybody but the router, silent about its inside, fresh for every request and event.
import 'reflect-metadata';
import { createClient } from 'graphql-ws';
import { Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Secret } from '../config/secret.js';
import { withTimeout } from '../deadline/deadline.js';
import { type CallerClaims, type CallerKeys, signCall, subscribeBody } from '../identity/caller-assertion.js';
import { Scope } from '../lifecycle/scope.js';
import { assemble, type RunningSubgraph, type SubgraphPlan } from '../subgraph/assemble.js';
import { type CallContext, viewerOf } from '../subgraph/call.js';
import { journal } from './lab/log.js';

const callerKeys: CallerKeys = { current: 'a', keys: { a: new Secret(Buffer.alloc(32, 1)) } };
let contexts = 0;
let probe = async (): Promise<unknown> => 1;

class Numbers {
  broken(): number {
    throw new Error('password authentication failed for postgres://me:hunter2@db');
  }

  one(): number {
    return 1;
  }

  fresh(tick: number): number {
    return contexts * 10 + tick;
  }
}

// Decorators applied by hand: test files are not compiled with them.
const methodOf = (name: keyof Numbers) => Object.getOwnPropertyDescriptor(Numbers.prototype, name) ?? {};
Resolver()(Numbers);
for (const name of ['broken', 'one'] as const) {
  Query(() => Int, { description: 'A number.' })(Numbers.prototype, name, methodOf(name));
}
Subscription(() => Int, { description: 'Contexts so far.', subscribe: () => threeTimes() })(
  Numbers.prototype,
  'fresh',
  methodOf('fresh'),
);
Root()(Numbers.prototype, 'fresh', 0);

async function* threeTimes() {
  yield 1;
  yield 2;
  yield 3;
}

const scope = new Scope();
const diary = journal();
let running: RunningSubgraph;
const plan = (): SubgraphPlan<CallContext> => ({
  name: 'numbers',
  host: '127.0.0.1',
  port: 0,
  callerKeys,
  log: diary.log,
  resolvers: [Numbers],
  references: {},
  probe: () => probe(),
  context: (call) => {
    contexts += 1;
    return { call };
  },
});
beforeAll(async () => {
  running = await assemble(scope, plan());
});
afterAll(() => scope.close());

const ada = { id: 'ada', sessionId: 's', role: 'USER' };
const sign = (method: string, body: string, changes: Partial<CallerClaims> = {}) =>
  signCall(
    callerKeys,
    {
      ...{ audience: 'numbers', method, path: '/graphql', viewer: ada, locale: 'en', requestId: 'r1' },
      ...{ deadline: Date.now() + 5_000, ...changes },
    },
    body,
  );
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(running.url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const ask = (query: string) => {
  const body = JSON.stringify({ query });
  return post(body, { 'x-mosaic-caller': sign('POST', body) });
};

it.each(['{ one }', '{ _service { sdl } }', '{ __typename', 'not even JSON'])(
  'without an assertion %s is answered 401 with nothing in it, and no context is made',
  async (query) => {
    const before = contexts;
    const answer = await post(JSON.stringify({ query }));
    expect([answer.status, (await answer.text()).length, contexts]).toEqual([401, 0, before]);
  },
);

it('answers the router', async () => {
  expect(await (await ask('{ one }')).json()).toEqual({ data: { one: 1 } });
});

it('masks what was not meant for people, and logs it', async () => {
  const text = await (await ask('{ broken }')).text();
  expect(JSON.parse(text).errors).toMatchObject([
    { extensions: { code: 'INTERNAL', requestId: 'r1' }, path: ['broken'] },
  ]);
  expect(text).not.toMatch(/password|postgres|hunter2|stack/);
  const logged = diary.lines.find(({ msg }) => msg === 'a request failed');
  expect(JSON.stringify(logged)).toContain('password authentication failed');
  expect(JSON.stringify(logged)).not.toContain('hunter2');
});

it('repeats of a bad variable only what an answer may carry', async () => {
  const body = JSON.stringify({
    query: 'query ($skip: Boolean!) { one @skip(if: $skip) }',
    variables: { skip: 'x'.repeat(100_000) },
  });
  const reply = await post(body, { 'x-mosaic-caller': sign('POST', body) });
  const answer = (await reply.json()) as { errors: { message: string }[] };
  expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(answer.errors[0]?.message).toMatch(/^Variable "\$skip" got invalid value "x+$/);
  expect(answer.errors[0]?.message).toHaveLength(500);
});

it('says its health in exactly five words, 503 while its store is away or silent, and recovers', async () => {
  const health = async () => {
    const answer = await fetch(running.url.replace('/graphql', '/health'));
    return [answer.status, await answer.json()] as const;
  };
  const [status, body] = await health();
  expect(status).toBe(200);
  expect(body).toEqual({
    ...{ status: 'healthy', service: 'numbers', version: '0.1.0', database: 'connected' },
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  for (const trouble of [() => Promise.reject(new Error('gone')), () => new Promise(() => {})]) {
    probe = trouble;
    const began = performance.now();
    expect(await health()).toMatchObject([503, { status: 'unhealthy', database: 'disconnected' }]);
    expect(performance.now() - began).toBeLessThan(2_000);
  }
  probe = async () => 1;
  expect((await health())[0]).toBe(200);
});

/** Signs anew for each connection, because an assertion is believed once. */
const open = (caller: () => unknown) =>
  createClient({
    url: running.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: () => ({ caller: caller() }),
    retryAttempts: 0,
    lazy: true,
  });

it('closes a socket whose init is not signed with 4403', async () => {
  for (const caller of [undefined, 'x.y', sign('POST', '')]) {
    const events = open(() => caller).iterate({ query: 'subscription { fresh }' });
    await expect(events.next()).rejects.toMatchObject({ code: 4403 });
  }
});

it('refuses a subscription that is signed for another document, and serves a signed one, fresh per event', async () => {
  const query = 'subscription { fresh }';
  const client = open(() => sign('WS', ''));
  const iterate = (caller: string) => client.iterate({ query, extensions: { caller } });
  const foreign = sign('SUBSCRIBE', subscribeBody('subscription { other }', {}));
  await expect(iterate(foreign).next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const seen: unknown[] = [];
  const before = contexts + 1; // one for subscribing itself
  for await (const { data } of iterate(sign('SUBSCRIBE', subscribeBody(query, {})))) seen.push(data?.['fresh']);
  expect(seen).toEqual([1, 2, 3].map((n) => (before + n) * 10 + n));
  await client.dispose();
});

it('serves a page for every path that begins as it says, and tells it who asks by the router’s word for an empty body', async () => {
  const leaving = new Scope();
  const pages: SubgraphPlan<CallContext>['pages'] = {
    '/files/*': (request, response, caller) =>
      void response.end(`${request.method} ${caller()?.viewer?.id ?? 'nobody'}`),
    '/files/exact': (_, response) => void response.end('exact'),
  };
  const { url } = await assemble(leaving, { ...plan(), pages });
  const get = async (path: string, caller = '', init: RequestInit = {}) => {
    const answer = await fetch(new URL(path, url), { ...init, headers: { 'x-mosaic-caller': caller } });
    return answer.status === 404 ? 404 : answer.text();
  };
  const word = sign('PUT', '', { path: '/files/a/b?c=d' });
  expect(await get('/files/a/b?c=d', word, { method: 'PUT', body: 'streamed' })).toBe('PUT ada');
  expect(await get('/files/a/b?c=d', word, { method: 'PUT', body: 'again' })).toBe('PUT nobody');
  expect(await get('/files/a', sign('GET', '', { path: '/files/b' }))).toBe('GET nobody');
  expect(await Promise.all(['/files/', '/files/exact', '/files', '/file'].map((path) => get(path)))).toEqual([
    ...['GET nobody', 'exact'],
    ...[404, 404],
  ]);
  await leaving.close();
});

it('drains: what is under way is answered, and the kept-alive connection behind it does not hold the stop up', async () => {
  const leaving = new Scope();
  const { url } = await assemble(leaving, plan());
  let closed = Promise.resolve();
  probe = async () => {
    closed = leaving.close(); // begins while this very request is under way
  };
  const underWay = fetch(url.replace('graphql', 'health'));
  expect((await underWay).status).toBe(200);
  await withTimeout(closed, 2_000); // the connection alone would be kept for 5 s
});

it('knows whether somebody is signed in', () => {
  expect(() => viewerOf({ viewer: null } as never)).toThrow('Sign in first.');
});
