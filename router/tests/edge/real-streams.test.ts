// Streams over HTTP through the whole of a router, of either profile: from a subgraph's event to the client's bytes.
import { announce, streamOf } from '@mosaic/kernel/outbox/event';
import { toFields } from '@mosaic/kernel/stores/stream-entry';
import { sessionsRevoked } from '@mosaic/schema/events/users';
import { serverAudits } from 'graphql-http';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { rawAsk } from '../lab/raw-http.js';
import { room } from '../lab/rooms.js';
import { useAlone } from '../standalone/lab/alone.js';

const SSE = { accept: 'text/event-stream' };
const PARTS = { accept: 'multipart/mixed;subscriptionSpec="1.0", application/json' };

describe('Mosaic', () => {
  const lab = useLab();
  const STREAM = { query: 'subscription { messageAdded(room: "r") { eventId message { author { name askedBy } } } }' };
  const event = (eventId: number, askedBy: string) =>
    `{"data":{"messageAdded":{"eventId":"${eventId}","message":{"author":{"name":"Person bob","askedBy":"${askedBy}"}}}}}`;

  it('joins each event for the viewer who asks, until the session is revoked', async () => {
    const authorization = `Bearer ${await lab.token(viewer('ada', 'phone'))}`;
    const answer = await rawAsk(lab.url, STREAM, { ...SSE, authorization });
    await eventually(() => expect(room.followers).toBe(1));
    room.say('bob', 'hi');
    const first = `:\n\nevent: next\ndata: ${event(1, 'ada')}\n\n`;
    await eventually(() => expect(answer.text).toBe(first));
    const redis = new Redis(lab.redisUrl);
    const revoked = announce(sessionsRevoked, 'ada', { userId: 'ada', sessionIds: ['phone'] }, new Date());
    await redis.xadd(streamOf('users'), '*', ...toFields(revoked));
    redis.disconnect();
    expect(await answer.ended).toBe('whole');
    expect(answer.text.slice(first.length)).toMatch(
      /^event: next\ndata: {"errors":\[{.*"code":"UNAUTHENTICATED"}}\]}\n\nevent: complete\ndata:\n\n$/,
    );
    await eventually(() => expect(room.followers).toBe(0), 1_000);
    room.clear();
  });

  it('asks nothing of a subgraph for a token that is no good', async () => {
    const answer = await rawAsk(lab.url, STREAM, { ...SSE, authorization: 'Bearer a.b.c' });
    await answer.ended;
    expect([answer.status, answer.headers['content-type']]).toEqual([401, 'application/json; charset=utf-8']);
    expect(room.followers).toBe(0);
  });

  it('answers all audits but those that ask by GET without a preflight', async () => {
    const results = await Promise.all(serverAudits({ url: lab.url }).map(({ fn }) => fn()));
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([
      'MAY accept application/x-www-form-urlencoded formatted GET requests',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
    ]);
  });
});

describe('any other supergraph', () => {
  const alone = useAlone();
  const STREAM = { query: 'subscription { messageAdded { id author { name heard } } }' };

  it('joins each event, passes on what came with the request, and releases the source when the client leaves', async () => {
    const answer = await rawAsk(alone.url, STREAM, { ...PARTS, authorization: 'Bearer me' });
    await eventually(() => expect(alone.chat.followers).toBe(1));
    alone.chat.say('7', 'bob');
    await eventually(() => expect(answer.text).toContain('"id":"7"'));
    const [, body = ''] =
      /^\r\n--graphql\r\ncontent-type: application\/json\r\n\r\n(.*)\r\n--graphql$/.exec(answer.text) ?? [];
    const { author } = JSON.parse(body).payload.data.messageAdded;
    expect(author.name).toBe('Bob');
    expect(JSON.parse(author.heard)).toMatchObject({ over: 'http', authorization: 'Bearer me' });
    answer.leave();
    await eventually(() => expect(alone.chat.followers).toBe(0), 1_000);
  });

  it('answers all audits', async () => {
    const results = await Promise.all(serverAudits({ url: alone.url }).map(({ fn }) => fn()));
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(results).toHaveLength(61);
  });

  it('shows its plan while developing', async () => {
    const answer = await rawAsk(alone.url, { query: '{ messages { author { name } } }' }, { 'x-mosaic-plan': 'show' });
    await answer.ended;
    expect(JSON.parse(answer.text).extensions.queryPlan).toMatch(
      /Fetch\(service: "messages"\)[\s\S]*Fetch\(service: "people"\)/,
    );
  });
});
