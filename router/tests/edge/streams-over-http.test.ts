// Subscriptions over HTTP: as server-sent events (graphql-sse, distinct connections) and in parts (Apollo's multipart protocol).
import { GraphQLError } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDoor } from '../lab/door.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { rawAsk } from '../lab/raw-http.js';

const lab = useDoor({ mostStreams: 3 });
const STREAM = { query: 'subscription { ticks }' };
const SSE = { accept: 'text/event-stream' };
const PARTS = { accept: 'multipart/mixed;subscriptionSpec="1.0", application/json' };
const ONE = '{"data":{"ticks":1}}';
const TWO = '{"data":{"ticks":2}}';
const LOST = new GraphQLError('it is lost', { extensions: { code: 'LOST' } });
const LOST_TEXT = '[{"message":"it is lost","extensions":{"code":"LOST"}}]';
const part = (json: string) => `\r\ncontent-type: application/json\r\n\r\n${json}\r\n--graphql`;

beforeEach(() => {
  lab.calls.length = 0;
});
afterEach(async () => {
  lab.identity = null;
  lab.source.end({ kind: 'completed' });
  await eventually(() => expect(lab.source.sinks.size).toBe(0));
});

const subscribe = async (headers: Record<string, string>, body: object | null = STREAM, query = '') => {
  const before = lab.source.sinks.size;
  const answer = await rawAsk(lab.url + query, body, headers);
  await eventually(() => expect(lab.source.sinks.size).toBe(before + 1));
  return answer;
};

describe('server-sent events', () => {
  it('are a comment at once, each event as it comes, and the end', async () => {
    const answer = await subscribe(SSE);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
    ]);
    await eventually(() => expect(answer.text).toBe(':\n\n'));
    lab.source.say(ONE);
    await eventually(() => expect(answer.text).toBe(`:\n\nevent: next\ndata: ${ONE}\n\n`));
    lab.source.say(TWO);
    lab.source.end({ kind: 'completed' });
    expect(await answer.ended).toBe('whole');
    expect(answer.text).toBe(
      `:\n\nevent: next\ndata: ${ONE}\n\nevent: next\ndata: ${TWO}\n\nevent: complete\ndata:\n\n`,
    );
  });

  it('are asked for by GET too', async () => {
    const answer = await subscribe(SSE, null, `?query=${encodeURIComponent(STREAM.query)}`);
    lab.source.say(ONE);
    lab.source.end({ kind: 'completed' });
    await answer.ended;
    expect(answer.text).toContain(`event: next\ndata: ${ONE}\n\n`);
  });

  it('say how the source was lost, before the end', async () => {
    const answer = await subscribe(SSE);
    lab.source.end({ kind: 'failed', errors: [LOST] });
    expect(await answer.ended).toBe('whole');
    expect(answer.text).toBe(`:\n\nevent: next\ndata: {"errors":${LOST_TEXT}}\n\nevent: complete\ndata:\n\n`);
  });

  it('carry one answer of a query, and its request errors, with status 200', async () => {
    const answer = await rawAsk(lab.url, { query: '{ hello }' }, SSE);
    await answer.ended;
    expect([answer.status, answer.text]).toEqual([
      200,
      ':\n\nevent: next\ndata: {"data":{"hello":"hello you"}}\n\nevent: complete\ndata:\n\n',
    ]);
    const refused = await rawAsk(lab.url, { query: 'subscription { nothing }' }, SSE);
    await refused.ended;
    expect([refused.status, refused.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const [, data = ''] = /^:\n\nevent: next\ndata: (.*)\n\nevent: complete\ndata:\n\n$/.exec(refused.text) ?? [];
    expect(JSON.parse(data).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('leave a request that is none its status', async () => {
    const answer = await rawAsk(lab.url, '{', SSE);
    await answer.ended;
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
  });
});

describe('parts', () => {
  it('end with their delimiter, so that a client sees each as it comes', async () => {
    const answer = await subscribe(PARTS);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
    ]);
    await eventually(() => expect(answer.text).toBe('\r\n--graphql'));
    lab.source.say(ONE);
    await eventually(() => expect(answer.text).toBe(`\r\n--graphql${part(`{"payload":${ONE}}`)}`));
    lab.source.end({ kind: 'completed' });
    expect(await answer.ended).toBe('whole');
    expect(answer.text).toBe(`\r\n--graphql${part(`{"payload":${ONE}}`)}--\r\n`);
  });

  it('say how the source was lost as errors of the transport', async () => {
    const answer = await subscribe(PARTS);
    lab.source.end({ kind: 'failed', errors: [LOST] });
    await answer.ended;
    expect(answer.text).toBe(`\r\n--graphql${part(`{"payload":null,"errors":${LOST_TEXT}}`)}--\r\n`);
  });

  it('are for events: one answer comes as JSON to who accepts that too, and as one part to who does not', async () => {
    const plain = await rawAsk(lab.url, { query: '{ hello }' }, PARTS);
    const refused = await rawAsk(lab.url, { query: 'subscription { nothing }' }, PARTS);
    const only = await rawAsk(lab.url, { query: '{ hello }' }, { accept: 'multipart/mixed;subscriptionSpec=1.0' });
    await Promise.all([plain.ended, refused.ended, only.ended]);
    expect(plain.text).toBe('{"data":{"hello":"hello you"}}\n');
    expect(JSON.parse(refused.text).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(only.text).toBe(`\r\n--graphql${part('{"payload":{"data":{"hello":"hello you"}}}')}--\r\n`);
  });
});

it('keeps silent streams alive every 12 seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const [events, parts] = [await rawAsk(lab.url, STREAM, SSE), await rawAsk(lab.url, STREAM, PARTS)];
  vi.advanceTimersByTime(12_000);
  vi.useRealTimers();
  await eventually(() => expect(events.text).toBe(':\n\n:\n\n'));
  await eventually(() => expect(parts.text).toBe(`\r\n--graphql${part('{}')}`));
});

it.each([undefined, '*/*', 'application/json', 'application/graphql-response+json', 'multipart/mixed'])(
  'is refused without a stream to come by, and names the three ways: %s',
  async (accept) => {
    const answer = await rawAsk(lab.url, STREAM, accept === undefined ? {} : { accept });
    await answer.ended;
    const [{ message, extensions }] = JSON.parse(answer.text).errors;
    expect([answer.status, lab.calls]).toEqual([406, []]);
    if (accept === 'multipart/mixed') return expect(extensions.code).toBe('NOT_ACCEPTABLE');
    expect(extensions.code).toBe('SUBSCRIPTION_TRANSPORT_REQUIRED');
    expect(message).toBe(
      'Subscribe over WebSocket (graphql-transport-ws), or accept text/event-stream or multipart/mixed;subscriptionSpec="1.0".',
    );
  },
);

it('releases the source at once when the client leaves', async () => {
  const answer = await subscribe(SSE);
  answer.leave();
  await eventually(() => expect(lab.source.sinks.size).toBe(0), 1_000);
  expect(lab.lines.at(-1)).toMatchObject({ msg: 'a stream ended', how: 'left' });
});

it('cuts off a client that does not read, with what waits for it', async () => {
  const slow = await subscribe(SSE);
  const reader = await subscribe(SSE);
  slow.pause();
  const text = `{"data":"${'x'.repeat(100_000)}"}`;
  let said = 0;
  while (lab.source.sinks.size === 2 && said < 400) {
    lab.source.say(text);
    said += 1;
    await eventually(() => expect(reader.text.length).toBeGreaterThan(said * 100_000));
  }
  expect(lab.source.sinks.size).toBe(1);
  slow.resume();
  expect(await slow.ended).toBe('broken');
  expect(lab.lines).toContainEqual(expect.objectContaining({ msg: 'a stream ended', how: 'unread' }));
});

it.each([1_000, 50_000])(
  'tells a source that has a backlog of %i each to wait until the client has read',
  async (size) => {
    const answer = await subscribe(SSE);
    const [sink] = lab.source.sinks;
    expect(sink?.pace?.()).toBe(null);
    answer.pause();
    let waiting = sink?.pace?.();
    while (!waiting) {
      lab.source.say(`{"data":"${'x'.repeat(size)}"}`);
      await new Promise((resolve) => setImmediate(resolve));
      expect(lab.source.sinks.size).toBe(1);
      waiting = sink?.pace?.();
    }
    answer.resume();
    await waiting;
    expect(lab.source.sinks.size).toBe(1);
  },
);

it('ends with the token of its viewer, and with the session', async () => {
  lab.identity = { viewer: viewer('bob'), expiresAt: new Date(Date.now() + 2 ** 40) };
  const long = await subscribe(SSE);
  lab.identity = { viewer: viewer('ada'), expiresAt: new Date(Date.now() + 1_000) };
  const short = await subscribe(SSE);
  expect(await short.ended).toBe('whole');
  expect(short.text).toMatch(/"code":"UNAUTHENTICATED"}}\]}\n\nevent: complete\ndata:\n\n$/);
  expect(lab.source.sinks.size).toBe(1);
  lab.door.endStreamsOf('session-of-ada');
  expect(lab.source.sinks.size).toBe(1);
  lab.door.endStreamsOf('session-of-bob');
  expect(await long.ended).toBe('whole');
  expect(long.text).toContain('UNAUTHENTICATED');
});

it('gives each client so many, and a seat back when one ends', async () => {
  const three = [await subscribe(SSE), await subscribe(SSE), await subscribe(PARTS)];
  const fourth = await rawAsk(lab.url, STREAM, SSE);
  await fourth.ended;
  expect([fourth.status, JSON.parse(fourth.text).errors[0].extensions.code]).toEqual([429, 'TOO_MANY_STREAMS']);
  lab.identity = { viewer: viewer('ada'), expiresAt: new Date(Date.now() + 60_000) };
  await subscribe(SSE); // a viewer has seats of its own
  lab.identity = null;
  three[0]?.leave();
  await eventually(() => expect(lab.source.sinks.size).toBe(3));
  await subscribe(SSE);
});

it('ends streams politely when it drains, also those that come late', async () => {
  const answer = await subscribe(SSE);
  let late: Awaited<ReturnType<typeof rawAsk>> | undefined;
  const drained = lab.door.drain(async () => {
    late = await rawAsk(lab.url, STREAM, SSE);
    await late.ended;
  });
  expect(await answer.ended).toBe('whole');
  expect(answer.text).toContain('"code":"SUBSCRIPTION_SOURCE_CLOSED"');
  expect(answer.text).toMatch(/event: complete\ndata:\n\n$/);
  await drained;
  expect(late?.text).toContain('"code":"SUBSCRIPTION_SOURCE_CLOSED"');
  expect(lab.source.sinks.size).toBe(0);
});
