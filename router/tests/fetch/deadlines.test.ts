// How long a call may take, and what becomes of it when nobody waits any more.
import { expect, it } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { sendJson } from '../lab/raw-subgraph.js';
import { BODY, codesOf, useRoad } from './road.js';

const road = useRoad({ queryTimeoutMs: 400 });
const silent = () => {};

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work, performance.now() - began];
}

it('answers, with a value of its own for whoever asks', async () => {
  const [first, second] = [await road.ask(), await road.ask()];
  expect([first, second]).toEqual([{ data: { me: 1 } }, { data: { me: 1 } }]);
  expect(first.data).not.toBe(second.data);
  expect(road.received).toEqual([BODY, BODY]);
});

it('gives a query so long, and closes the connection then', async () => {
  road.answer = silent;
  const [answer, took] = await timed(road.ask());
  expect([answer.data, codesOf(answer)]).toEqual([null, ['SUBGRAPH_TIMEOUT']]);
  expect(took).toBeGreaterThan(395);
  expect(took).toBeLessThan(700);
  await eventually(() => expect([road.far.open, road.far.cancelled]).toEqual([0, 1]), 200);
});

it('gives a query no more than what is left, and a mutation all of it', async () => {
  road.answer = silent;
  const [late, took] = await timed(road.ask({ call: road.call({ ms: 100 }) }));
  expect(codesOf(late)).toEqual(['SUBGRAPH_TIMEOUT']);
  expect(took).toBeLessThan(390);
  road.answer = (response) => void setTimeout(() => sendJson(response, { data: { done: true } }), 600);
  expect(await road.ask({ kind: 'mutation' })).toEqual({ data: { done: true } });
  const [lateToo, tookToo] = await timed(road.ask({ kind: 'mutation', call: road.call({ ms: 450 }) }));
  expect(codesOf(lateToo)).toEqual(['SUBGRAPH_TIMEOUT']);
  expect(tookToo).toBeGreaterThan(445);
});

it('counts the whole of an answer, not its first byte', async () => {
  road.answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drip));
  };
  expect(codesOf(await road.ask())).toEqual(['SUBGRAPH_TIMEOUT']);
  await eventually(() => expect(road.far.open).toBe(0), 200);
});

it.each(['query', 'mutation'] as const)('gives a %s up within 200 ms when the client leaves', async (kind) => {
  road.answer = silent;
  const leaving = new AbortController();
  const asking = road.ask({ kind, call: road.call({ gone: leaving.signal }) });
  await eventually(() => expect(road.far.open).toBe(1));
  leaving.abort();
  await eventually(() => expect(road.far.cancelled).toBe(1), 200);
  expect(codesOf(await asking)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  // A client that left is no news of the subgraph.
  expect(road.lines).toEqual([]);
});

it('sends nothing for a client that left before, or a call that has no time left', async () => {
  expect(codesOf(await road.ask({ call: road.call({ gone: AbortSignal.abort() }) }))).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(codesOf(await road.ask({ call: road.call({ ms: 0 }) }))).toEqual(['SUBGRAPH_TIMEOUT']);
  expect([road.received, road.counts.sent]).toEqual([[], 0]);
});

it('refuses an answer that is larger than it may be, without reading it to its end', async () => {
  const subgraph = road.open({ largestAnswer: 1_024 }).to('small');
  road.answer = (response) => sendJson(response, `{"data":{"a":"${'x'.repeat(1_008)}"}}`); // 1,025 bytes
  expect(codesOf(await subgraph.ask(BODY, 'query', road.call()))).toEqual(['SUBGRAPH_UNAVAILABLE']);
  road.answer = (response) => sendJson(response, `{"data":{"a":"${'x'.repeat(1_007)}"}}`);
  expect(await subgraph.ask(BODY, 'query', road.call())).toEqual({ data: { a: 'x'.repeat(1_007) } });
  road.answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const pour = () => {
      while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  };
  expect(codesOf(await road.ask())).toEqual(['SUBGRAPH_UNAVAILABLE']);
  await eventually(() => expect(road.far.open).toBe(0));
});

it('reads an answer that comes in many pieces, cut within a letter too', async () => {
  const text = JSON.stringify({ data: { text: '\u00e9\u{1f600}'.repeat(50_000) } });
  const bytes = Buffer.from(text);
  road.answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (let at = 0; at < bytes.length; at += 33_333) response.write(bytes.subarray(at, at + 33_333));
    response.end();
  };
  expect(await road.ask()).toEqual(JSON.parse(text));
});
