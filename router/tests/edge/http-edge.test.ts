// The edge of HTTP: what is refused before anything is parsed.
import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { ask, post, read } from '../lab/ask.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';

const lab = useLab();
const QUERY = JSON.stringify({ query: '{ whoAmI }' });
const JSON_TYPE = { 'content-type': 'application/json' };

it.each([
  ['text/plain', { 'content-type': 'text/plain' }],
  ['urlencoded', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
])('refuses a POST that needs no preflight: %s', async (_, headers) => {
  const before = people.calls.length;
  const { status, codes } = await post(lab.url, QUERY, headers);
  expect([status, codes]).toEqual([400, ['CSRF']]);
  expect(people.calls).toHaveLength(before);
});

it.each([
  [{ 'content-type': 'text/plain', 'apollo-require-preflight': '1' }],
  [{ 'content-type': 'application/json; charset=utf-16' }],
  [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  [{ 'content-type': 'application/xml' }],
])('speaks only plain JSON in UTF-8: %j', async (headers) => {
  const { status, codes } = await post(lab.url, QUERY, headers);
  expect([status, codes]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
});

it('answers a query by GET, when a header shows that it was preflighted', async () => {
  const url = `${lab.url}?query=${encodeURIComponent('{ whoAmI }')}`;
  expect((await read(await fetch(url))).codes).toEqual(['CSRF']);
  const { status, data } = await read(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }));
  expect([status, data]).toEqual([200, { whoAmI: null }]);
});

it('refuses a mutation by GET, and says what is allowed', async () => {
  const url = `${lab.url}?query=${encodeURIComponent('mutation { signIn(name: "x") }')}`;
  const reply = await read(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }));
  expect([reply.status, reply.codes, reply.headers.get('allow')]).toEqual([405, ['METHOD_NOT_ALLOWED'], 'POST']);
  expect(people.signedIn).toEqual([]);
});

it('refuses other methods', async () => {
  expect((await read(await fetch(lab.url, { method: 'PUT' }))).codes).toEqual(['METHOD_NOT_ALLOWED']);
});

it('refuses batches', async () => {
  const { status, codes } = await post(lab.url, `[${QUERY},${QUERY}]`, JSON_TYPE);
  expect([status, codes]).toEqual([400, ['BATCHING_OFF']]);
});

it('refuses a subscription over HTTP without a stream to come by', async () => {
  const { status, codes } = await ask(lab.url, 'subscription { messageAdded(room: "r") { eventId } }');
  expect([status, codes]).toEqual([406, ['SUBSCRIPTION_TRANSPORT_REQUIRED']]);
});

it.each([
  ['no JSON', '{"query":'],
  ['no query', '{}'],
  ['a list as variables', '{"query":"{ whoAmI }","variables":[]}'],
  ['a number as query', '{"query":1}'],
  ['nested 100,000 deep', `{"query":"{ whoAmI }","variables":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
])('refuses a body that is no GraphQL request: %s', async (_, body) => {
  const { status, codes, errors } = await post(lab.url, body, JSON_TYPE);
  expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
  expect(JSON.stringify(errors)).not.toMatch(/at |node_modules|Unexpected/);
});

it('takes no key named __proto__', async () => {
  const body = '{"query":"{ whoAmI }","__proto__":{"polluted":1},"variables":{"\\u005f_proto__":{"polluted":1}}}';
  expect((await post(lab.url, body, JSON_TYPE)).data).toEqual({ whoAmI: null });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('refuses a body of 1 MiB and one byte, with and without a content-length', async () => {
  const body = `{"query":"${'x'.repeat(1024 * 1024)}"}`;
  expect((await post(lab.url, body, JSON_TYPE)).codes).toEqual(['BODY_TOO_LARGE']);
  const status = await new Promise((resolve, reject) => {
    const request = rawRequest(lab.url, { method: 'POST', headers: JSON_TYPE }, (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    const chunk = Buffer.alloc(64 * 1024, 'x');
    for (let sent = 0; sent < 20; sent += 1) request.write(chunk);
  });
  expect(status).toBe(413);
});

it('refuses a hundred and one headers', async () => {
  const headers = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`x-${at}`, 'v']));
  const { status, codes } = await post(lab.url, QUERY, { ...JSON_TYPE, ...headers });
  expect([status, codes]).toEqual([431, ['HEADERS_TOO_LARGE']]);
});

it('refuses a request with two lengths', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(lab.url).port), '127.0.0.1', () => {
      socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n');
    });
    socket.once('data', (bytes) => resolve(bytes.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

it('carries the security headers, and no trace of what it is made of', async () => {
  const { headers } = await ask(lab.url, '{ whoAmI }');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('x-powered-by')).toBe(null);
});

it('keeps a harmless request id and replaces any other', async () => {
  const given = await ask(lab.url, '{ whoAmI }', { headers: { 'x-request-id': 'req-12345678' } });
  expect(given.headers.get('x-request-id')).toBe('req-12345678');
  expect(people.calls.at(-1)?.requestId).toBe('req-12345678');
  const evil = await ask(lab.url, '{ whoAmI }', { headers: { 'x-request-id': 'a"b<script>' } });
  expect(evil.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it('logs one line per request, without variables', async () => {
  const reply = await ask(lab.url, 'query Who($secret: String) { whoAmI @skip(if: false) }', {
    variables: { secret: 'hunter2' },
    headers: { 'x-request-id': 'logged-request' },
  });
  expect(reply.status).toBe(400); // an unused variable
  await ask(lab.url, 'query Who { whoAmI }', { headers: { 'x-request-id': 'logged-again' } });
  const lines = lab.lines.filter(({ requestId }) => requestId === 'logged-again');
  expect(lines).toEqual([
    expect.objectContaining({ msg: 'request', operation: 'Who', kind: 'query', status: 200, service: 'router' }),
  ]);
  expect(JSON.stringify(lab.lines)).not.toContain('hunter2');
});

it('shows signs of life', async () => {
  const page = async (path: string) => {
    const response = await fetch(new URL(path, lab.url));
    return [response.status, (await response.json()) as object];
  };
  const [status, health] = await page('/health');
  expect(status).toBe(200);
  expect(Object.keys(health as object)).toEqual(['status', 'service', 'version', 'database', 'timestamp']);
  expect(health).toMatchObject({ status: 'healthy', service: 'router', database: 'connected' });
  expect(await page('/live')).toEqual([200, { live: true }]);
  expect(await page('/ready')).toEqual([200, { ready: true }]);
  expect(await page('/else')).toEqual([404, { error: 'not found' }]);
});
