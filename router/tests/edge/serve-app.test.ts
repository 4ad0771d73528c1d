// The web app on the router's origin: what is a file, what is the page, and how long a browser may keep either.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { buildApp, get, open, SCRIPT } from '../lab/built-app.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();
const MAIN = '/assets/main-4fJq_x-1.js';
let url = '';
beforeAll(async () => {
  url = (await lab.startRouter({ APP_DIR: await buildApp(lab.folder) })).url;
});

it.each(['/', '/index.html', '/shop', '/courses/42/lessons/7/', '/recherche/caf%C3%A9', '/sessions', '/?from=mail'])(
  'opens the page at %s',
  async (path) => {
    const { status, headers, body } = await open(url, path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      ...[200, 'text/html; charset=utf-8', 'no-cache'],
    ]);
    expect(body.toString()).toContain('<p>Bonjour</p>');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(body.length));
  },
);

it.each([
  [MAIN, 'text/javascript', 'public, max-age=31536000, immutable'],
  ['/assets/inter-Bq7.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ['/sw.js', 'text/javascript', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/icon-192.png', 'image/png', 'no-cache'],
])('serves %s as %s, %s', async (path, type, cache) => {
  const { status, headers } = await get(url, path);
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, cache]);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

it.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
] as const)('to a client that takes %s it sends %s', async (accepted, encoding, decode) => {
  const { headers, body } = await get(url, MAIN, { 'accept-encoding': accepted });
  expect([headers['content-encoding'], headers.vary, headers['content-type']]).toEqual([
    ...[encoding, 'Accept-Encoding', 'text/javascript'],
  ]);
  expect(headers['content-length']).toBe(String(body.length));
  expect(decode(body).toString()).toBe(SCRIPT);
});

it('sends a file that a browser has already without its body', async () => {
  const { etag = '' } = (await get(url, MAIN)).headers;
  expect(etag).toMatch(/^W\/".+"$/);
  const again = await get(url, MAIN, { 'if-none-match': etag });
  expect([again.status, again.body.length, again.headers['cache-control'], again.headers.vary]).toEqual([
    ...[304, 0, 'public, max-age=31536000, immutable', 'Accept-Encoding'],
  ]);
  expect((await get(url, MAIN, { 'if-none-match': 'W/"else"' })).status).toBe(200);
});

it.each(['/', MAIN, '/sw.js'])('answers HEAD for %s with the headers of GET alone', async (path) => {
  const [head, whole] = await Promise.all([get(url, path, {}, 'HEAD'), get(url, path)]);
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(whole.body.length));
  expect(head.headers['content-type']).toBe(whole.headers['content-type']);
});

it('opens the page only to a client that wants one', async () => {
  const { status, body } = await get(url, '/shop', { accept: '*/*' });
  expect([status, body.toString()]).toEqual([404, '{"error":"not found"}\n']);
});

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('knows no %s', async (method) => {
  expect((await get(url, '/shop', { accept: 'text/html' }, method)).status).toBe(404);
  expect((await get(url, MAIN, {}, method)).status).toBe(404);
});

it.each(['/assets/main-old.js', '/favicon.ico', '/shop/picture.png'])('has no page for the file %s', async (path) => {
  const { status, headers } = await open(url, path);
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([404, 'application/json', 'no-store']);
});

it.each([
  '/media/x',
  '/webhooks/x',
  '/session/x',
  '/health/x',
  '/ready/',
  '/live/x',
  '/.well-known/x',
  '/schema.graphql/x',
])('leaves %s to the router', async (path) => {
  expect((await open(url, path)).status).toBe(404);
});

it('leaves the endpoint and the signs of life as they were', async () => {
  expect((await open(url, '/graphql')).body.toString()).toContain('EmbeddedSandbox');
  expect((await ask(url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  expect((await open(url, '/live')).body.toString()).toBe('{"live":true}\n');
  expect(JSON.parse((await open(url, '/health')).body.toString())).toMatchObject({ service: 'router' });
});

it('starts without an app, and says so once', async () => {
  const started = lab.lines.length;
  const { url: bare } = await lab.startRouter();
  expect((await open(bare, '/')).status).toBe(404);
  expect((await ask(bare, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  const said = lab.lines.slice(started).filter(({ msg }) => msg === 'there is no web app to serve');
  expect(said).toHaveLength(1);
});
