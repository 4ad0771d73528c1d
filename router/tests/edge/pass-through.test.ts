// Bytes pass the router's origin: streamed, vouched for, with nothing of the client's that was not meant to pass.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { readConfig } from '@mosaic/kernel/config/read-config';
import { callerKeys } from '@mosaic/kernel/config/settings';
import { CallerVerifier } from '@mosaic/kernel/identity/caller-assertion';
import { issueGuestToken } from '@mosaic/kernel/identity/guest-token';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { createLocalJWKSet, generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Revocations } from '../../src/admission/follow-revocations.js';
import { JwtDesk } from '../../src/admission/token-desk.js';
import { serveHttp } from '../../src/edge/http-server.js';
import { passThrough } from '../../src/edge/pass-through.js';
import { credentialsReader } from '../../src/sessions/read-credentials.js';
import { SessionCookies } from '../../src/sessions/session-cookies.js';
import { callerKeysText, ISSUER, testIssuer, viewer } from '../lab/keys.js';

const scope = new Scope();
const keys = readConfig({ MOSAIC_CALLER_KEYS: callerKeys }, { MOSAIC_CALLER_KEYS: callerKeysText }).MOSAIC_CALLER_KEYS;
const issuer = await testIssuer();
const keySet = { keyFor: createLocalJWKSet({ keys: [issuer.publicKey] }) };
const log = createLogger('router', 'CRITICAL');

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let received: IncomingMessage[] = [];
let url = '';

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  scope.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const subgraph = await listening(
    createServer((request, response) => {
      received.push(request);
      answer(request, response);
    }),
  );
  const bytes = passThrough(scope, {
    desk: new JwtDesk(ISSUER, keySet, new Revocations()),
    credentialsOf: credentialsReader(new SessionCookies(false), () => new Set(['https://app.example'])),
    origins: () => new Set(['https://app.example']),
    callerKeys: keys,
    urlOf: (name) => ({ media: `${subgraph}/graphql`, commerce: 'http://127.0.0.1:1/graphql' })[name],
    log,
  });
  url = await listening(serveHttp(() => undefined, bytes, log).server);
});
beforeEach(() => {
  received = [];
  answer = (_, response) => response.end('bytes');
});
afterAll(() => scope.close());

it('vouches for who asks, over the whole path, and passes on nothing else of theirs', async () => {
  const guest = await issueGuestToken(
    { kid: 'test-1', key: (await generateKeyPair('ES256')).privateKey },
    ISSUER,
    'g',
    new Date(),
  );
  const headers = {
    authorization: `Bearer ${await issuer.tokenFor(viewer('ada'))}`,
    ...{ cookie: 'a=b', 'x-mosaic-caller': 'forged', range: 'bytes=0-1', 'x-forwarded-for': '10.0.0.1' },
  };
  answer = (_, response) =>
    response.writeHead(206, { 'content-range': 'bytes 0-1/5', etag: '"e"', 'set-cookie': 'no=no' }).end('by');
  const response = await fetch(`${url}/media/m1/small?for=ada`, { headers });
  expect([response.status, await response.text()]).toEqual([206, 'by']);
  expect(response.headers.get('content-range')).toBe('bytes 0-1/5');
  expect(response.headers.get('set-cookie')).toBe(null);
  const [request] = received;
  expect(request?.headers['range']).toBe('bytes=0-1');
  for (const name of ['cookie', 'authorization', 'x-forwarded-for']) expect(request?.headers[name]).toBeUndefined();
  const verifier = new CallerVerifier('media', keys);
  const claims = verifier.verify(String(request?.headers['x-mosaic-caller']), 'GET', '/media/m1/small?for=ada', '');
  expect(claims).toMatchObject({ viewer: { id: 'ada' }, guest: null });

  // A guest token of another key is no guest.
  const refused = await fetch(`${url}/media/m1/small`, { headers: { 'x-mosaic-guest': guest.token } });
  expect([refused.status, received.length]).toEqual([401, 1]);
});

it('refuses a bad token, another method, and an unknown path', async () => {
  const bad = await fetch(`${url}/media/m1/small`, { headers: { authorization: 'Bearer a.b.c' } });
  const method = await fetch(`${url}/media/m1/small`, { method: 'DELETE' });
  const path = await fetch(`${url}/mediation`);
  expect([bad.status, method.status, path.status]).toEqual([401, 405, 404]);
  expect(method.headers.get('allow')).toBe('GET, HEAD, PUT, OPTIONS');
  expect(received).toEqual([]);
});

it('answers 502 while the subgraph is away', async () => {
  const response = await fetch(`${url}/webhooks/stripe`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_AWAY' } }] });
});

it('streams an upload while it arrives', async () => {
  const first = new Promise<string>((resolve) => {
    answer = (request, response) => {
      request.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      request.on('end', () => response.writeHead(201).end('{"mediaId":"m"}'));
    };
  });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('PUT /media/uploads/t HTTP/1.1\r\nhost: r\r\ncontent-length: 10\r\n\r\nfirst');
  expect(await first).toBe('first'); // the other half was not sent yet
  socket.write('later');
  const [text] = (await once(socket, 'data')) as [Buffer];
  expect(text.toString()).toContain('201 Created');
  socket.destroy();
});

it('hands back an early refusal without reading the rest', async () => {
  answer = (_, response) => response.writeHead(413, { connection: 'close' }).end('too large');
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {}); // the connection may be reset once the answer is out
  socket.write(`PUT /media/uploads/t HTTP/1.1\r\nhost: r\r\ncontent-length: ${10 ** 9}\r\n\r\nfirst`);
  const [text] = (await once(socket, 'data')) as [Buffer];
  expect(text.toString()).toMatch(/^HTTP\/1.1 413 /);
  expect(text.toString().toLowerCase()).toContain('connection: close');
  socket.destroy();
});

it('lets go of the subgraph when the client leaves', async () => {
  const left = new Promise<void>((resolve) => {
    answer = (_, response) => {
      response.write('half');
      response.once('close', resolve);
    };
  });
  const leaving = new AbortController();
  const response = await fetch(`${url}/media/m1/large`, { signal: leaving.signal });
  expect(response.status).toBe(200);
  leaving.abort();
  await left;
});

it('lets listed origins upload, and no others', async () => {
  const preflight = (origin: string) => fetch(`${url}/media/uploads/t`, { method: 'OPTIONS', headers: { origin } });
  const [listed, other] = await Promise.all([preflight('https://app.example'), preflight('https://evil.example')]);
  expect(listed.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(other.headers.get('access-control-allow-origin')).toBe(null);
});
