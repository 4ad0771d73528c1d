// Who asks the same at the same time asks once; and nobody is ever answered with what they may not see, or saw change.
import { expect, it } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { sendJson } from '../lab/raw-subgraph.js';
import { answerMe, BODY, codesOf, useRoad } from './road.js';

const road = useRoad({ queryTimeoutMs: 1_000 });
const OTHER = '{"query":"{ you }"}';

/** Holds every answer back until it is released. */
function hold(): () => void {
  const held: (() => void)[] = [];
  road.answer = (response) => void held.push(() => answerMe(response));
  return () => {
    road.answer = answerMe;
    for (const release of held) release();
  };
}
const arrived = (requests: number) => eventually(() => expect(road.far.open).toBe(requests));

it('asks once for all who ask the same, and gives each a value of its own', async () => {
  const release = hold();
  const asking = Promise.all(Array.from({ length: 50 }, () => road.ask()));
  await arrived(1);
  release();
  const answers = await asking;
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"data":{"me":1}}']));
  expect(new Set(answers.map(({ data }) => data)).size).toBe(50);
  expect([road.received.length, road.counts]).toEqual([1, { sent: 1, shared: 49, retried: 0, refused: 0 }]);
});

it('asks again once the answer is there: this is no cache', async () => {
  await road.ask();
  await road.ask();
  expect([road.received.length, road.counts.shared]).toEqual([2, 0]);
});

it('never shares across access, bodies or subgraphs, nor mutations', async () => {
  const release = hold();
  const other = road.open().to('other');
  const asking = [
    road.ask(),
    road.ask({ call: road.call({ access: 'bob' }) }),
    road.ask({ body: OTHER }),
    other.ask(BODY, 'query', road.call()),
    road.ask({ kind: 'mutation' }),
    road.ask({ kind: 'mutation' }),
  ];
  await arrived(6);
  release();
  await Promise.all(asking);
  expect([road.received.length, road.counts.sent, road.counts.shared]).toEqual([6, 5, 0]);
});

it('shares nothing when it is off', async () => {
  const release = hold();
  const alone = road.open({ sharesInFlight: false });
  const subgraph = alone.to('alone');
  const asking = [subgraph.ask(BODY, 'query', road.call()), subgraph.ask(BODY, 'query', road.call())];
  await arrived(2);
  release();
  await Promise.all(asking);
  expect(alone.countsOf('alone')).toEqual({ sent: 2, shared: 0, retried: 0, refused: 0 });
});

it('lets nobody join what was asked before a mutation ended, at whichever subgraph of whichever graph', async () => {
  const subgraphs = road.open();
  const [one, two] = [subgraphs.to('one'), subgraphs.to('two')];
  const ofTheGraphBefore = road.open().to('two');
  const release = hold();
  const before = [one.ask(BODY, 'query', road.call()), two.ask(BODY, 'query', road.call())];
  await arrived(2);
  road.answer = (response) => sendJson(response, { data: { written: true } });
  await ofTheGraphBefore.ask(OTHER, 'mutation', road.call({ access: 'bob' }));
  road.answer = (response) => sendJson(response, { data: { me: 2 } });
  const after = await Promise.all([one.ask(BODY, 'query', road.call()), two.ask(BODY, 'query', road.call())]);
  expect(after).toEqual([{ data: { me: 2 } }, { data: { me: 2 } }]);
  release();
  expect(await Promise.all(before)).toEqual([{ data: { me: 1 } }, { data: { me: 1 } }]);
  expect([subgraphs.countsOf('one')?.shared, subgraphs.countsOf('two')?.shared]).toEqual([0, 0]);
});

it('joins what was asked after a mutation began and before it ended, and that only until then', async () => {
  const release = hold();
  const writing = road.ask({ kind: 'mutation', body: OTHER });
  await arrived(1);
  const first = road.ask();
  await arrived(2);
  const second = road.ask();
  expect(road.counts.shared).toBe(1);
  release();
  await Promise.all([writing, first, second]);
});

it('gives the request up when the last who waits has left, and not before', async () => {
  hold();
  const clients = [new AbortController(), new AbortController(), new AbortController()];
  const asking = clients.map(({ signal }) => road.ask({ call: road.call({ gone: signal }) }));
  await arrived(1);
  clients[0]?.abort(); // the one who was first, and in whose name it was asked
  clients[2]?.abort();
  expect([codesOf(await (asking[0] as never)), codesOf(await (asking[2] as never))]).toEqual([
    ['SUBGRAPH_UNAVAILABLE'],
    ['SUBGRAPH_UNAVAILABLE'],
  ]);
  expect([road.far.open, road.far.cancelled]).toEqual([1, 0]);
  const joined = road.ask();
  clients[1]?.abort();
  await asking[1];
  expect([road.far.open, road.far.cancelled, road.counts.shared]).toEqual([1, 0, 3]);
  expect(codesOf(await joined)).toEqual(['SUBGRAPH_TIMEOUT']);
  await eventually(() => expect([road.far.open, road.far.cancelled]).toEqual([0, 1]), 200);
});

it('lets each wait for its own time only', async () => {
  const release = hold();
  const patient = road.ask();
  await arrived(1);
  const hasty = road.ask({ call: road.call({ ms: 100 }) });
  expect(codesOf(await hasty)).toEqual(['SUBGRAPH_TIMEOUT']);
  expect([road.counts.shared, road.far.cancelled]).toEqual([1, 0]);
  release();
  expect(await patient).toEqual({ data: { me: 1 } });
});

it('makes nobody fail for want of the time of another', async () => {
  const subgraphs = road.open({ queryTimeoutMs: 20_000 });
  const subgraph = subgraphs.to('far');
  const ask = (ms: number) => subgraph.ask(BODY, 'query', road.call({ ms }));
  const release = hold();
  const hasty = ask(9_000);
  await arrived(1);
  const patient = ask(20_000);
  await arrived(2);
  const joining = ask(20_000); // the second, which took the place of the first
  expect(subgraphs.countsOf('far')).toMatchObject({ sent: 2, shared: 1 });
  release();
  expect(await Promise.all([hasty, patient, joining])).toEqual(Array(3).fill({ data: { me: 1 } }));
});

it('shares a failure too', async () => {
  const held: (() => void)[] = [];
  road.answer = (response) => void held.push(() => response.writeHead(500).end());
  const asking = Promise.all([road.ask(), road.ask(), road.ask()]);
  await arrived(1);
  held[0]?.();
  expect((await asking).map(codesOf)).toEqual(Array(3).fill(['SUBGRAPH_UNAVAILABLE']));
  expect(road.received.length).toBe(1);
});

it('reads large answers for many without holding everybody else up', async () => {
  const text = 'x'.repeat(2 * 1024 * 1024);
  let turns = 0;
  const held: (() => void)[] = [];
  road.answer = (response) => void held.push(() => sendJson(response, { data: { text } }));
  const asking = Array.from({ length: 6 }, () => road.ask());
  await arrived(1);
  const order: string[] = [];
  const first = asking[0]?.then(() => {
    const count = () => {
      turns += 1;
      if (turns < 100) setImmediate(count);
    };
    setImmediate(count);
  });
  const last = asking[5]?.then(() => order.push(`after ${turns} turns`));
  held[0]?.();
  await Promise.all([first, last, ...asking]);
  expect(order[0]).toMatch(/^after [1-9]/);
});
