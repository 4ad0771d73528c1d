// A subgraph that is dead, silent or hostile costs its own part of the answer, and nothing else.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { useLab } from '../lab/lab.js';
import { type RawSubgraph, rawSubgraph, sendJson } from '../lab/raw-subgraph.js';

const lab = useLab();
const FEED = '{ messages { body author { nickname name } } }';
const partial = {
  messages: ['ada', 'bob', 'nobody'].map((id, at) => ({
    body: `hello ${at + 1}`,
    author: { nickname: `nick-${id}`, name: null },
  })),
};

let hostile: RawSubgraph;
let url: string;
beforeAll(async () => {
  hostile = await rawSubgraph(() => {});
  const urls = JSON.stringify({ rooms: lab.subgraphUrls['rooms'], people: hostile.url });
  const limits = { SUBGRAPH_TIMEOUT_MS: '600', QUERY_DEADLINE_MS: '1500', MUTATION_DEADLINE_MS: '1200' };
  url = (await lab.startRouter({ SUBGRAPH_URLS: urls, ...limits })).url;
});
beforeEach(() => {
  hostile.answer = () => {};
});
afterAll(() => hostile.stop());

// `name` is non-null, so an author without one is null as a whole; the kernel's conventions make such fields nullable.
const withoutNames = { messages: partial.messages.map(({ body }) => ({ body, author: null })) };

it('answers partially by the time a silent subgraph had, and gives the call up', async () => {
  const began = performance.now();
  const cancelled = hostile.cancelled;
  const { data, codes, status } = await ask(url, FEED);
  expect([status, data, codes]).toEqual([200, withoutNames, ['SUBGRAPH_TIMEOUT']]);
  expect(performance.now() - began).toBeLessThan(3_000);
  await eventually(() => expect(hostile.cancelled).toBe(cancelled + 1), 1_000);
});

it('gives a mutation its own, longer time', async () => {
  hostile.answer = (response) => void setTimeout(() => sendJson(response, { data: { rename: true } }), 800);
  expect((await ask(url, 'mutation { rename(name: "x") }')).data).toEqual({ rename: true });
  hostile.answer = () => {};
  expect((await ask(url, 'mutation { rename(name: "x") }')).codes).toEqual(['SUBGRAPH_TIMEOUT']);
});

it('gives the call up when the client leaves', async () => {
  const leaving = new AbortController();
  const cancelled = hostile.cancelled;
  const asking = fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { rename(name: "x") }' }),
    signal: leaving.signal,
  });
  await eventually(() => expect(hostile.open).toBe(1));
  const left = performance.now();
  leaving.abort();
  await expect(asking).rejects.toThrow();
  await eventually(() => expect(hostile.cancelled).toBe(cancelled + 1));
  expect(performance.now() - left).toBeLessThan(1_000); // the deadline was 1.2 s away, less what was used
});

const shapes: [string, RawSubgraph['answer']][] = [
  ['HTML', (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>nginx 10.0.3.7</h1>')],
  ['a cut connection', (response) => void response.destroy()],
  ['9 MiB', (response) => sendJson(response, `{"data":{"_entities":["${'x'.repeat(9 * 1024 * 1024)}"]}}`)],
  ['deep nesting', (response) => sendJson(response, `{"data":${'['.repeat(100_000)}`)],
  ['too few entities', (response) => sendJson(response, { data: { _entities: [{ name: 'Mallory' }] } })],
  [
    'entities of another type',
    (response) =>
      sendJson(response, { data: { _entities: [1, 2, 3].map(() => ({ __typename: 'Message', name: 'Mallory' })) } }),
  ],
];

it.each(shapes)('masks a hostile answer: %s', async (_, answer) => {
  hostile.answer = answer;
  const { data, codes, errors } = await ask(url, FEED);
  expect([data, codes]).toEqual([withoutNames, ['SUBGRAPH_UNAVAILABLE']]);
  expect(errors?.[0]?.message).toBe('A part of the graph is unavailable at the moment.');
});

it('reads no endless answer to its end', async () => {
  hostile.answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const pour = () => {
      while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  };
  const { codes } = await ask(url, FEED);
  expect(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']).toContain(codes[0]);
  await eventually(() => expect(hostile.open).toBe(0));
});

it('lets no answer reach a prototype', async () => {
  hostile.answer = (response) => {
    const one = '{"name":"Ada","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    sendJson(response, `{"data":{"_entities":[${one},${one},${one}]}}`);
  };
  const { data } = await ask(url, FEED);
  expect(data).toMatchObject({ messages: [{ author: { name: 'Ada' } }, {}, {}] });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it("passes a subgraph's own codes on, at the client's path, and masks everything else", async () => {
  hostile.answer = (response) =>
    sendJson(response, {
      data: { _entities: [null, null, { name: 'Cyd' }] },
      errors: [
        { message: 'Not yours.', path: ['_entities', 0], extensions: { code: 'FORBIDDEN', stacktrace: ['secret'] } },
        { message: 'password=hunter2 at 10.0.3.7', path: ['_entities', 1] },
      ],
    });
  const { errors, data } = await ask(url, FEED);
  expect(data).toMatchObject({ messages: [{ author: null }, { author: null }, { author: { name: 'Cyd' } }] });
  expect(errors).toEqual([
    {
      message: 'Not yours.',
      path: ['messages', 0, 'author'],
      extensions: { code: 'FORBIDDEN', requestId: expect.any(String) },
    },
    {
      message: 'Something went wrong on our side.',
      path: ['messages', 1, 'author'],
      extensions: { code: 'INTERNAL', requestId: expect.any(String) },
    },
  ]);
});
