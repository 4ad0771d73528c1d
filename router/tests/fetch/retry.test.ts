// What failed on the way is asked once more: queries only, while there is time, and never so much that it adds up.
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { RetryBudget } from '../../src/fetch/retry-budget.js';
import { answerMe, answerStatus, BODY, codesOf, useRoad } from './road.js';

const road = useRoad();
const cut = (response: ServerResponse) => void response.destroy();
const cutWithin = (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
  response.write('{"data":', () => response.destroy());
};
const away = (response: ServerResponse) =>
  void response.writeHead(503, { 'content-type': 'application/json' }).end('{"errors":[{"message":"busy"}]}');

/** The first answers of the far end; then it is well. */
const firstly = (...answers: ((response: ServerResponse) => void)[]) => {
  road.answer = (response) => (answers.shift() ?? answerMe)(response);
};

it.each([
  ['502', answerStatus(502)],
  ['503', answerStatus(503)],
  ['504', answerStatus(504)],
  ['a cut connection', cut],
  ['an answer that breaks off', cutWithin],
])('asks a query again, once, after %s', async (_, fail) => {
  firstly(fail);
  expect(await road.ask()).toEqual({ data: { me: 1 } });
  expect([road.received, road.counts]).toEqual([[BODY, BODY], { sent: 2, shared: 0, retried: 1, refused: 0 }]);
  firstly(fail, fail);
  expect(codesOf(await road.ask())).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(road.received.length).toBe(4);
});

it.each([
  ['502', answerStatus(502)],
  ['503', answerStatus(503)],
  ['a cut connection', cut],
])('asks no mutation again after %s', async (_, fail) => {
  firstly(fail);
  expect(codesOf(await road.ask({ kind: 'mutation' }))).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect([road.received.length, road.counts.retried]).toEqual([1, 0]);
});

it.each([
  ['500', answerStatus(500), ['SUBGRAPH_UNAVAILABLE']],
  ['429', answerStatus(429), ['SUBGRAPH_UNAVAILABLE']],
  ['404', answerStatus(404), ['SUBGRAPH_UNAVAILABLE']],
  ['503 with a GraphQL answer', away, [undefined]],
])('asks no query again after %s', async (_, fail, codes) => {
  firstly(fail);
  expect(codesOf(await road.ask())).toEqual(codes);
  expect(road.received.length).toBe(1);
});

it('asks nothing again for which there is no time, or nobody', async () => {
  // A retry waits 25 ms at least, and wants 25 ms more.
  road.answer = (response) => {
    const until = Date.now() + 60;
    while (Date.now() < until); // the answer comes when all but 40 ms are gone
    answerStatus(503)(response);
  };
  await road.ask({ call: road.call({ ms: 100 }) });
  const leaving = new AbortController();
  road.answer = (response) => {
    answerStatus(503)(response);
    response.once('close', () => {});
    leaving.abort();
  };
  await road.ask({ call: road.call({ gone: leaving.signal }) });
  // Had either been sent again, it would be there before this one.
  road.answer = answerMe;
  await road.ask({ call: road.call({ access: 'bob' }) });
  expect([road.received.length, road.counts.sent]).toEqual([3, 3]);
});

it('vouches again for what it sends again: an assertion is accepted once', async () => {
  const left = ['v1', 'v2', 'v3'];
  const vouchers: unknown[] = [];
  firstly(answerStatus(503));
  const { answer } = road;
  road.answer = (response, body, request) => {
    vouchers.push(request.headers['x-voucher']);
    answer(response, body, request);
  };
  const vouched = road
    .open({ vouchFor: () => ({ headersFor: () => ['x-voucher', left.shift() ?? ''] }) })
    .to('vouched');
  expect(await vouched.ask(BODY, 'query', road.call())).toEqual({ data: { me: 1 } });
  expect(vouchers).toEqual(['v1', 'v2']);
});

it('retries a tenth of what it sends, after ten at once', () => {
  const budget = new RetryBudget();
  const spent = (times: number) => Array.from({ length: times }, () => budget.spend()).filter(Boolean).length;
  for (let at = 0; at < 1_000; at += 1) budget.earn(); // a quiet time saves no more than ten
  expect(spent(100)).toBe(10);
  for (let at = 0; at < 9; at += 1) budget.earn();
  expect(spent(1)).toBe(0);
  budget.earn();
  expect(spent(2)).toBe(1);
  let retries = 0;
  for (let at = 0; at < 1_000; at += 1) {
    budget.earn();
    retries += spent(1);
  }
  expect(retries).toBe(100);
});

it('sends a subgraph that answers 503 a tenth more than it was asked, at most', async () => {
  road.answer = answerStatus(503);
  const many = road.open({ connections: 64, queryTimeoutMs: 30_000 });
  const subgraph = many.to('busy');
  const bodies = Array.from({ length: 1_000 }, (_, at) => `{"query":"{ me${at} }"}`);
  const answers = await Promise.all(bodies.map((body) => subgraph.ask(body, 'query', road.call({ ms: 30_000 }))));
  expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
  expect(road.received.length).toBeLessThanOrEqual(1_100);
  expect(many.countsOf('busy')?.sent).toBe(road.received.length);
});
