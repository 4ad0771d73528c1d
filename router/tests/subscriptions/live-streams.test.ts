// What a source promises to all who hear it, whatever their transport.

import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { buildSchema, type ExecutionResult, GraphQLError, parse } from 'graphql';
import { beforeEach, expect, it } from 'vitest';
import { byteText } from '../../src/bounds/byte-text.js';
import { type Call, nothingPassedOn } from '../../src/plan/call.js';
import type { Executor, Outcome } from '../../src/plan/executor.js';
import { maskErrors } from '../../src/respond/mask-errors.js';
import type { EventText, StreamEnd } from '../../src/subscriptions/event-stream.js';
import { LiveStreams } from '../../src/subscriptions/live-streams.js';
import { type StreamOpener, streamOpener } from '../../src/subscriptions/open-stream.js';
import { ended, lost } from '../../src/subscriptions/source-end.js';
import type { Upstream } from '../../src/subscriptions/upstream.js';
import { eventually } from '../lab/eventually.js';

type Source = Parameters<Upstream['subscribe']>[3] & { isStopped: boolean };

/** Every source that was asked, in order. */
let asked: Source[];
let complete: (event: ExecutionResult) => Promise<Outcome>;
let streams: LiveStreams;
let open: StreamOpener;

beforeEach(() => {
  asked = [];
  complete = async ({ data }) => ({ data: byteText(JSON.stringify(data)), errors: [] });
  streams = new LiveStreams();
  const executor: Pick<Executor, 'planStream' | 'schema'> = {
    schema: buildSchema('type Query { x: Int } type Subscription { tick: Int }'),
    planStream: async ({ variables }) => ({
      source: { subgraph: 's', query: 'subscription { tick }', variables },
      complete: (event) => complete(event),
    }),
  };
  const upstream: Upstream = {
    subscribe(_source, _call, _until, sink) {
      const source = { ...sink, isStopped: false };
      asked.push(source);
      return () => {
        source.isStopped = true;
      };
    },
  };
  open = streamOpener(executor as Executor, () => upstream, 1_000, streams);
});

const callOf = (requestId: string): Call => ({
  viewer: null,
  guest: null,
  passedOn: nothingPassedOn,
  access: 'nobody',
  locale: 'en',
  requestId,
  deadline: Deadline.in(1_000),
  hasLeft: false,
  log: createLogger('router', 'CRITICAL'),
});

async function listen(query = 'subscription { tick }', requestId = 'r1') {
  const answer = await open({ query, document: parse(query) }, callOf(requestId), { until: null, mask: maskErrors });
  if (answer.kind !== 'stream') throw new Error('no stream');
  const heard: EventText[] = [];
  const ends: StreamEnd[] = [];
  const leave = answer.events.open({ next: (event) => heard.push(event), end: (how) => ends.push(how) });
  return { heard, ends, leave, texts: () => heard.map(({ bytes }) => bytes.toString()) };
}
const tick = (number: number): ExecutionResult => ({ data: { tick: { eventId: `e${number}`, number } } });

it('all who share get the very same event, with its cursor', async () => {
  const [one, two] = [await listen(), await listen()];
  expect(asked).toHaveLength(1);
  asked[0]?.next(tick(1));
  await eventually(() => expect(one.heard).toHaveLength(1));
  expect(two.heard[0]).toBe(one.heard[0]);
  expect(one.heard[0]?.cursor).toBe('e1');
  expect(one.texts()).toEqual(['{"data":{"tick":{"eventId":"e1","number":1}}}']);
});

it('errors carry the request id of the first who is still there', async () => {
  const [one, two] = [await listen(undefined, 'request-1'), await listen(undefined, 'request-2')];
  one.leave();
  complete = async () => ({ errors: [new GraphQLError('no', { extensions: { code: 'NOPE' } })] });
  asked[0]?.next(tick(1));
  await eventually(() => expect(two.heard).toHaveLength(1));
  expect(JSON.parse(two.texts()[0] ?? '')).toEqual({
    errors: [{ message: 'no', extensions: { code: 'NOPE', requestId: 'request-2' } }],
  });
  expect(one.heard).toEqual([]);
});

it('who leaves while an event is completed hears neither it nor the end', async () => {
  let finish = (_outcome: Outcome) => {};
  complete = () => new Promise((resolve) => (finish = resolve));
  const [one, two] = [await listen(), await listen()];
  asked[0]?.next(tick(1));
  one.leave();
  one.leave();
  finish({ data: byteText('{}'), errors: [] });
  await eventually(() => expect(two.texts()).toEqual(['{"data":{}}']));
  asked[0]?.end(ended);
  await eventually(() => expect(two.ends).toEqual([{ kind: 'completed' }]));
  expect([one.heard, one.ends]).toEqual([[], []]);
  expect(streams.size).toBe(0);
});

it('what came before the source was lost is delivered before its end is told', async () => {
  const one = await listen();
  for (const number of [1, 2, 3]) asked[0]?.next(tick(number));
  asked[0]?.end(lost({ code: 1006 }, true));
  await eventually(() => expect(one.ends).toHaveLength(1));
  expect(one.heard.map(({ cursor }) => cursor)).toEqual(['e1', 'e2', 'e3']);
  expect(one.ends[0]).toMatchObject({
    kind: 'failed',
    errors: [{ extensions: { code: 'SUBSCRIPTION_SOURCE_CLOSED' } }],
  });
});

it('a backlog of 8,192 events may wait for us; with the next one all are told to resume, and the source is released', async () => {
  complete = () => new Promise(() => {});
  const [one, two] = [await listen(), await listen()];
  asked[0]?.next(tick(0)); // this one is being completed
  for (let number = 1; number <= 8_192; number += 1) asked[0]?.next(tick(number));
  expect(one.ends).toEqual([]);
  asked[0]?.next(tick(8_193));
  for (const { ends } of [one, two]) {
    expect(ends).toMatchObject([{ kind: 'failed', isSlow: true, errors: [{ extensions: { code: 'SLOW_CONSUMER' } }] }]);
  }
  expect(asked[0]?.isStopped).toBe(true);
  expect(streams.size).toBe(0);
});

it('ends from outside the streams whose document is over, and no others', async () => {
  const gone = await listen('subscription Gone { tick }');
  const [kept, alsoKept] = [await listen('subscription Kept { tick }'), await listen('subscription Kept { tick }')];
  const isGone = ({ definitions: [definition] }: ReturnType<typeof parse>) =>
    definition?.kind === 'OperationDefinition' && definition.name?.value === 'Gone';
  streams.end('SUBSCRIPTION_ENDED_BY_RELOAD', isGone);
  expect(gone.ends).toMatchObject([
    { kind: 'failed', errors: [{ extensions: { code: 'SUBSCRIPTION_ENDED_BY_RELOAD' } }] },
  ]);
  expect(asked.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  asked[1]?.next(tick(1));
  await eventually(() => expect([kept.heard.length, alsoKept.heard.length]).toEqual([1, 1]));
  expect(streams.size).toBe(1);
});
