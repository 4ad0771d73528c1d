// A supergraph file that changes is served without a failed request, and without ending a stream that still fits.
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask, listen } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { linesOf, useAlone } from './lab/alone.js';
import { messagesSdl, peopleSdl } from './lab/chat.js';

const alone = useAlone();
const open: { dispose(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.dispose()));
  await alone.replace(alone.chat.supergraph());
  await servesMotto(false);
  await eventually(() => expect(alone.chat.followers).toBe(0));
});

const withMotto = () => ({ people: `${peopleSdl} extend type Person { motto: String }` });
const withoutTyping = () => ({ messages: messagesSdl.replace('typing: String', '') });

const showsMotto = async (url = alone.url) =>
  (await (await fetch(new URL('/schema.graphql', url))).text()).includes('motto');

/** Resolves when the field is in the schema of now, or is not. */
const servesMotto = (isServed: boolean) =>
  expect.poll(() => showsMotto(), { timeout: 10_000, interval: 10 }).toBe(isServed);

function client() {
  const made = createClient({ url: alone.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
  open.push(made);
  return made;
}

it('serves a file that was renamed over the old one, and one that was written in place', async () => {
  await alone.replace(alone.chat.supergraph(withMotto()));
  await servesMotto(true);
  await writeFile(alone.path, alone.chat.supergraph());
  await servesMotto(false);
});

it('serves a file behind a link that is switched', async () => {
  const mount = join(alone.folder, 'mount');
  const versions = [alone.chat.supergraph(), alone.chat.supergraph(withMotto())];
  for (const [at, text] of versions.entries()) {
    await mkdir(join(mount, `version-${at}`), { recursive: true });
    await writeFile(join(mount, `version-${at}`, 'supergraph.graphql'), text);
  }
  // As Kubernetes mounts a ConfigMap: the file is a link through a folder that is a link.
  await symlink('version-0', join(mount, 'now'));
  await symlink(join('now', 'supergraph.graphql'), join(mount, 'supergraph.graphql'));
  const { url, stop } = await alone.start({ SUPERGRAPH_PATH: join(mount, 'supergraph.graphql') });
  await symlink('version-1', join(mount, 'next'));
  await rename(join(mount, 'next'), join(mount, 'now'));
  await expect.poll(() => showsMotto(url), { timeout: 4_000, interval: 10 }).toBe(true);
  await stop();
  await rm(mount, { recursive: true });
});

it('fails no request of up to 200 a second while the file changes ten times', async () => {
  const problems: unknown[] = [];
  const underWay = new Set<Promise<void>>();
  let sent = 0;
  const send = async () => {
    const { status, data, errors } = await ask(alone.url, '{ messages { body author { name } } }');
    const isWhole = JSON.stringify(data?.['messages'])?.includes('"body":"message 2"');
    if (status !== 200 || errors || !isWhole) problems.push({ status, errors });
  };
  const began = performance.now();
  const asking = setInterval(() => {
    // As many as are due by now; a machine that is busy with other things gets no more than it can hold.
    for (; sent < (performance.now() - began) / 5 && underWay.size < 40; sent += 1) {
      const one = send().catch((error: unknown) => void problems.push(error));
      underWay.add(one);
      void one.then(() => underWay.delete(one));
    }
  }, 5);
  const before = linesOf(alone, 'the supergraph file changed; it is served now').length;
  for (let at = 0; at < 5; at += 1) {
    await alone.replace(alone.chat.supergraph(withMotto()));
    await servesMotto(true);
    await alone.replace(alone.chat.supergraph());
    await servesMotto(false);
  }
  clearInterval(asking);
  await Promise.all(underWay);
  expect(linesOf(alone, 'the supergraph file changed; it is served now').length - before).toBe(10);
  expect(problems).toEqual([]);
  expect(sent).toBeGreaterThan(100);
}, 60_000);

it('ends none of 20 streams and loses none of their events', async () => {
  const streams = Array.from({ length: 20 }, () =>
    listen(client(), 'subscription { messageAdded { id author { name } } }'),
  );
  await eventually(() => expect(alone.chat.followers).toBeGreaterThan(0));
  let ended = 0;
  for (const stream of streams) void stream.ended.then(() => (ended += 1));
  // Whoever subscribed too late for the first event has not begun yet.
  await eventually(() => {
    alone.chat.say('0');
    expect(streams.every(({ events }) => events.length > 0)).toBe(true);
  });
  const began = streams.map(({ events }) => events.length);
  const told: string[] = [];
  const telling = setInterval(() => {
    const id = String(told.length + 1);
    told.push(id);
    alone.chat.say(id);
  }, 5);
  await alone.replace(alone.chat.supergraph(withMotto()));
  await servesMotto(true);
  await alone.replace(alone.chat.supergraph());
  await servesMotto(false);
  clearInterval(telling);
  expect(told.length).toBeGreaterThan(20);
  const heard = told.map((id) => ({ data: { messageAdded: { id, author: { name: 'Ada' } } } }));
  await eventually(() => {
    for (const [at, { events }] of streams.entries()) {
      const ids = events.filter(({ data }) => JSON.stringify(data) !== JSON.stringify(heard[0]?.data)).length;
      expect(ids).toBeGreaterThan(0);
      expect(events.slice(-told.length)).toEqual(heard);
      expect(events.length).toBeGreaterThanOrEqual((began[at] ?? 0) + told.length);
    }
  });
  expect(ended).toBe(0);
}, 60_000);

it('ends a stream whose field is gone, and no other', async () => {
  const gone = listen(client(), 'subscription { typing }');
  const kept = listen(client(), 'subscription { messageAdded { id } }');
  await eventually(() => expect(alone.chat.followers).toBe(2));
  await alone.replace(alone.chat.supergraph({ ...withMotto(), ...withoutTyping() }));
  expect(await gone.ended).toMatchObject([{ extensions: { code: 'SUBSCRIPTION_ENDED_BY_RELOAD' } }]);
  const again = listen(client(), 'subscription { typing }');
  expect(await again.ended).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  alone.chat.say('after');
  await eventually(() => expect(kept.events).toEqual([{ data: { messageAdded: { id: 'after' } } }]));
});

it('lets a request that began before finish as it began', async () => {
  let answer = () => {};
  alone.chat.delay = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const underWay = ask(alone.url, '{ slow person(id: "ada") { name } }');
  await eventually(() => expect(alone.chat.waiting).toBe(1));
  await alone.replace(alone.chat.supergraph(withMotto()));
  await servesMotto(true);
  answer();
  expect((await underWay).data).toEqual({ slow: 'at last', person: { name: 'Ada' } });
});

it('refuses a broken file with a line in the log, and goes on as before', async () => {
  const complaint = 'the supergraph file cannot be served; the graph before it stays';
  const before = linesOf(alone, complaint).length;
  await alone.replace('type Query { this is no supergraph');
  await eventually(() => expect(linesOf(alone, complaint).length - before).toBe(1));
  expect(linesOf(alone, complaint).at(-1)).toMatchObject({ level: 'ERROR' });
  expect((await ask(alone.url, '{ person(id: "ada") { name } }')).data).toEqual({ person: { name: 'Ada' } });
  await alone.replace(alone.chat.supergraph(withMotto()));
  await servesMotto(true);
});

it('waits for the rest of a file that is half written', async () => {
  const complaint = 'the supergraph file cannot be served; the graph before it stays';
  const before = linesOf(alone, complaint).length;
  const looks = linesOf(alone, 'the supergraph file cannot be served yet').length;
  const text = alone.chat.supergraph(withMotto());
  await writeFile(alone.path, text.slice(0, text.length / 2));
  await eventually(() => expect(linesOf(alone, 'the supergraph file cannot be served yet').length - looks).toBe(1));
  await writeFile(alone.path, text);
  await servesMotto(true);
  expect(linesOf(alone, complaint).length).toBe(before);
});

it('lets go of the graph before when its last stream is over', async () => {
  const stream = listen(client(), 'subscription { messageAdded { id } }');
  await eventually(() => expect(alone.chat.messages.sockets).toBe(1));
  await alone.replace(alone.chat.supergraph(withMotto()));
  await servesMotto(true);
  alone.chat.say('still');
  await eventually(() => expect(stream.events).toHaveLength(1));
  stream.stop();
  // Sooner than a socket without streams would be closed on a graph that goes on: after 5 s.
  await eventually(() => expect(alone.chat.messages.sockets).toBe(0), 3_500);
});

it('looks at once when it is told to', async () => {
  await alone.replace(alone.chat.supergraph(withMotto()));
  await alone.router.reload();
  expect(await showsMotto()).toBe(true);
});
