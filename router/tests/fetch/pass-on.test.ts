// The two ways of saying who asks: what the client said goes on as it is, or the router signs for it.
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Secret } from '@mosaic/kernel/config/secret';
import { CallerVerifier } from '@mosaic/kernel/identity/caller-assertion';
import { expect, it } from 'vitest';
import { passOn } from '../../src/fetch/pass-on.js';
import { signCalls } from '../../src/fetch/sign-calls.js';
import type { PassedOn } from '../../src/plan/call.js';
import { viewer } from '../lab/keys.js';
import { answerMe, BODY, useRoad } from './road.js';

const road = useRoad({ vouchFor: passOn });

async function pass(passedOn: Partial<PassedOn>): Promise<[body: unknown, headers: IncomingHttpHeaders]> {
  let headers: IncomingHttpHeaders = {};
  road.answer = (response, _, request) => {
    headers = request.headers;
    answerMe(response);
  };
  const call = road.call({ passedOn: { headers: {}, connectionParams: null, ...passedOn } });
  expect(await road.ask({ call })).toEqual({ data: { me: 1 } });
  return [JSON.parse(road.received.at(-1) ?? ''), headers];
}

it('sends headers on, and the body as it is', async () => {
  const [, headers] = await pass({ headers: { authorization: 'Bearer a', 'x-tenant': 'caf\u00e9' } });
  expect([headers['authorization'], headers['x-tenant']]).toEqual(['Bearer a', 'caf\u00e9']);
  expect(road.received).toEqual([BODY]);
});

it('sends no header of the connection or the body on', async () => {
  const [, headers] = await pass({
    headers: {
      host: 'evil.example',
      'content-length': '1',
      'content-type': 'text/plain',
      'transfer-encoding': 'chunked',
      'accept-encoding': 'gzip',
      connection: 'close',
      'x-request-id': 'theirs',
    },
  });
  expect(headers).toMatchObject({
    'content-length': String(BODY.length),
    'content-type': 'application/json',
    'x-request-id': 'r-1',
  });
  expect(headers['host']).toBe(new URL(road.far.url).host);
  expect([headers['transfer-encoding'], headers['accept-encoding']]).toEqual([undefined, undefined]);
});

it('sends the payload of connection_init on, inside the request', async () => {
  const connectionParams = { token: 'x', nested: { "quote'd": ['"', 1, null] } };
  const [body, headers] = await pass({ connectionParams });
  expect(body).toEqual({ query: '{ me }', extensions: { connectionParams } });
  expect(headers['authorization']).toBeUndefined();
  expect((await pass({ connectionParams: {} }))[0]).toEqual({ query: '{ me }', extensions: { connectionParams: {} } });
});

it.each([
  [{ authorization: 'Bearer p' }, {}, 'Bearer p'],
  [{ Authorization: 'Bearer P' }, {}, 'Bearer P'],
  [{ authorization: 'Bearer p' }, { authorization: 'Bearer header' }, 'Bearer header'],
  [{ authorization: 7 }, {}, undefined],
  [{ authorization: 'a\r\nx-evil: 1' }, {}, undefined],
  [{ authorization: '\u0100' }, {}, undefined],
])('makes %j a header beside %j', async (connectionParams, headers, sent) => {
  const [, received] = await pass({ connectionParams, headers: headers as PassedOn['headers'] });
  expect([received['authorization'], received['x-evil']]).toEqual([sent, undefined]);
});

it('shares by access alone: what is passed on is part of it', async () => {
  const held: (() => void)[] = [];
  road.answer = (response) => {
    held.push(() => answerMe(response));
    if (held.length === 2) for (const release of held) release();
  };
  const as = (authorization: string) =>
    road.ask({
      call: road.call({ access: authorization, passedOn: { headers: { authorization }, connectionParams: null } }),
    });
  await Promise.all([as('Bearer a'), as('Bearer b'), as('Bearer a')]);
  expect(road.counts).toMatchObject({ sent: 2, shared: 1 });
});

it('signs each request for one subgraph, at its path and query, over its body', async () => {
  const keys = { current: 'k', keys: { k: new Secret(randomBytes(32)) } };
  const verifier = new CallerVerifier('signed', keys);
  const seen: unknown[] = [];
  road.answer = (response, body, { url, headers }) => {
    seen.push(verifier.verify(String(headers['x-mosaic-caller']), 'POST', url ?? '', body));
    answerMe(response);
  };
  const signed = road.open({ vouchFor: signCalls(keys) }).to('signed', `${road.far.url}?v=1`);
  const call = road.call({ viewer: viewer('ada'), guest: 'g', requestId: 'r-9' });
  const began = Date.now();
  await signed.ask(BODY, 'query', call);
  await signed.ask(BODY, 'mutation', call);
  expect(seen).toMatchObject([1, 2].map(() => ({ viewer: viewer('ada'), guest: 'g', locale: 'en', requestId: 'r-9' })));
  const [query, mutation] = seen as { deadline: number }[];
  expect(query?.deadline).toBeGreaterThanOrEqual(began + 2_000);
  expect(query?.deadline).toBeLessThan(call.deadline.at);
  expect(mutation?.deadline).toBe(call.deadline.at);
});
