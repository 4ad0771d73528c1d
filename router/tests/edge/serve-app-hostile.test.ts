// Nothing but the app leaves its folder, and no client or missing file can harm the router through it.
import { readdirSync, readlinkSync } from 'node:fs';
import { rm, truncate, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { buildApp, get, open, SCRIPT, SECRET } from '../lab/built-app.js';
import { eventually } from '../lab/eventually.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();
const MAIN = '/assets/main-4fJq_x-1.js';
/** More than a connection holds by itself. */
const LONG = '/assets/long-1.js';
let app = '';
let url = '';
beforeAll(async () => {
  app = await buildApp(lab.folder);
  await writeFile(join(app, LONG), '');
  await truncate(join(app, LONG), 64 * 1024 * 1024);
  url = (await lab.startRouter({ APP_DIR: app })).url;
});

it.each([
  ...['/../secret.txt', '/assets/../../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt'],
  ...['/..%5csecret.txt', '/..\\secret.txt', '/%252e%252e/secret.txt', '/assets/..%c0%af../secret.txt', '//secret.txt'],
  ...['/.env', '/%2eenv', '/assets/../.env', '/./.env', '/.git/config', '/.well-known/x', '/secret.txt%00.js', '/%00'],
  ...['/%', '/%ff', '/..', '/.', '//', '//evil.example', '/shop/..', '/a//b', '/shop%00', '/shop%0d%0aset-cookie:x=1'],
  ...[
    '/gr%61phql',
    '/media%2fx',
    '/index.html.br',
    '/index.html.br/',
    '/%69ndex.html',
    '/constructor.js',
    '/__proto__.js',
  ],
])('answers 404 to %s', async (path) => {
  const { status, headers, body } = await open(url, path);
  expect([status, body.toString(), headers['set-cookie']]).toEqual([404, '{"error":"not found"}\n', undefined]);
  expect(body.includes(SECRET)).toBe(false);
});

it('never shows the page with its placeholder', async () => {
  for (const path of ['/index.html', '/index.html/', '/index.html?x', '/index.html#x', '/', '/index']) {
    expect((await open(url, path)).body.toString(), path).not.toContain('__NONCE__');
  }
});

it('does not survive a raw NUL or a bare name as a request, but the router does', async () => {
  for (const target of ['/sw.js\0', 'sw.js', '*', 'http://evil.example/sw.js']) {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
        socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
      });
      socket.on('data', (bytes) => {
        text += bytes.toString();
      });
      socket.once('close', () => resolve(text));
    });
    expect(answer, target).toMatch(/^HTTP\/1\.1 40[04] /);
  }
  expect((await open(url, '/')).status).toBe(200);
});

it.each(['bytes=0-0', 'bytes=5-2', 'bytes=-5', 'bytes=9999999-', 'bytes=x', 'bytes=0-1,3-4'])(
  'sends the whole file when asked for %s',
  async (range) => {
    const { status, headers, body } = await get(url, MAIN, { range });
    expect([status, body.toString(), headers['content-range']]).toEqual([200, SCRIPT, undefined]);
  },
);

it('outlives a file that was taken away while it runs, as a new build does', async () => {
  await rm(join(app, 'icon-192.png'));
  await expect(get(url, '/icon-192.png')).rejects.toThrow();
  const said = { msg: 'a file of the web app cannot be read', path: '/icon-192.png' };
  expect(lab.lines).toContainEqual(expect.objectContaining(said));
  expect((await get(url, MAIN)).status).toBe(200);
});

/** How often this process, which the router runs in, has the file open (Linux, proc(5)). */
const timesOpen = (path: string): number =>
  readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).endsWith(path);
    } catch {
      return false; // closed meanwhile
    }
  }).length;

it('closes the file of a client that leaves in the middle', async () => {
  const { hostname, port } = new URL(url);
  const readers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const reader = request({ hostname, port, path: LONG }).end();
      await new Promise((resolve) => reader.once('response', resolve)); // and nothing of the body is read
      return reader;
    }),
  );
  await eventually(() => expect(timesOpen(LONG)).toBe(20));
  for (const reader of readers) reader.destroy();
  await eventually(() => expect(timesOpen(LONG)).toBe(0));
});

it('serves a hundred connections at once beside the graph, which sees none of them', async () => {
  const before = lab.lines.length;
  const [graph, ...files] = await Promise.all([
    ask(url, '{ __typename }', { headers: { 'x-request-id': 'among-the-crowd' } }),
    ...Array.from({ length: 100 }, () => get(url, MAIN, { connection: 'close' })),
  ]);
  expect(graph.data).toEqual({ __typename: 'Query' });
  expect(files.filter(({ status, body }) => status === 200 && body.toString() === SCRIPT)).toHaveLength(100);
  expect(lab.lines.slice(before).filter(({ msg }) => msg === 'request')).toEqual([
    expect.objectContaining({ requestId: 'among-the-crowd' }),
  ]);
});
