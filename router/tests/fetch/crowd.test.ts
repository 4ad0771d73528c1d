// A silent subgraph holds so many connections, so many wait for one, and no memory grows behind them.
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { answerMe, codesOf, useRoad } from './road.js';

const road = useRoad({ connections: 4, queryTimeoutMs: 3_000 });
const bodyOf = (at: number) => `{"query":"{ me${at} }"}`;

it('lets four through, 64 wait, and refuses the rest at once', async () => {
  road.answer = () => {};
  const codes: unknown[] = [];
  const asking = Array.from({ length: 500 }, async (_, at) => {
    codes.push(...(codesOf(await road.ask({ body: bodyOf(at) })) ?? []));
  });
  // While four hold their places, those who cannot even wait know it.
  await eventually(() => expect([road.far.open, codes]).toEqual([4, Array(432).fill('SUBGRAPH_UNAVAILABLE')]));
  await Promise.all(asking);
  expect(codes.slice(432)).toEqual(Array(68).fill('SUBGRAPH_TIMEOUT'));
  expect(road.counts).toEqual({ sent: 68, shared: 0, retried: 0, refused: 432 });
  expect(road.lines.filter(({ level }) => level === 'ERROR').length).toBe(1);
  // Who left the line was never sent; a few had their turn when the first four were given up, just before their own end.
  expect(road.received.length).toBeLessThanOrEqual(12);
  await eventually(() => expect(road.far.open).toBe(0));
});

it('serves the line in its order, as places come free', async () => {
  let most = 0;
  road.answer = (response) => {
    most = Math.max(most, road.far.open);
    answerMe(response);
  };
  const bodies = Array.from({ length: 60 }, (_, at) => bodyOf(at));
  const answers = await Promise.all(bodies.map((body) => road.ask({ body })));
  expect(answers).toEqual(Array(60).fill({ data: { me: 1 } }));
  expect([most <= 4, road.received.length]).toEqual([true, 60]);
  expect(road.received.indexOf(bodyOf(59))).toBeGreaterThan(50);
});

it('gives every place back, however a call ended', async () => {
  const ends = [
    () => {},
    (response: ServerResponse) => void response.destroy(),
    (response: ServerResponse) => void response.writeHead(500).end(),
  ];
  const slow = road.open({ queryTimeoutMs: 100, connections: 4 }).to('mixed');
  for (let at = 0; at < 18; at += 1) {
    road.answer = ends[at % 3] as () => void;
    await slow.ask(bodyOf(at), 'mutation', road.call({ ms: 100 }));
  }
  road.answer = () => {};
  const asking = Array.from({ length: 4 }, (_, at) => slow.ask(bodyOf(at), 'mutation', road.call({ ms: 1_000 })));
  await eventually(() => expect(road.far.open).toBe(4), 900);
  await Promise.all(asking);
});

it('ends all calls when it is closed, those in line too', async () => {
  road.answer = () => {};
  const asking = Array.from({ length: 68 }, (_, at) => road.ask({ body: bodyOf(at) }));
  await eventually(() => expect(road.far.open).toBe(4));
  await road.close();
  expect((await Promise.all(asking)).flatMap(codesOf)).toEqual(Array(68).fill('SUBGRAPH_UNAVAILABLE'));
});
