// Parts and conditions (RFC 9110): what players and caches rely on.
import { beforeAll, expect, test } from 'vitest';
import { padded } from '../lab/files.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { upload, variantsOf } from '../lab/operations.js';

const graph = openGraph();
const ada = person();
let bytes: Buffer;
let [path, etag, publicPath] = ['', '', ''];

beforeAll(async () => {
  bytes = await padded(1_500_000);
  const id = await upload(graph(), ada, 'POST', 'naïve "photo" 100%.png', bytes);
  path = `/media/${id}/original`;
  publicPath = (await variantsOf(graph(), null, id))[0]!.url;
  etag = (await graph().fetch(ada, path, { method: 'HEAD' })).headers.get('etag')!;
});

const get = async (headers: Record<string, string>, method = 'GET') => {
  const response = await graph().fetch(ada, path, { method, headers });
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, body, headers: response.headers };
};

test('random cuts of a file, asked for one by one, make the file again', async () => {
  for (let round = 0; round < 5; round += 1) {
    const cuts = Array.from({ length: 8 }, () => Math.floor(Math.random() * bytes.length));
    const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
    const parts: Buffer[] = [];
    for (const [at, start] of edges.slice(0, -1).entries()) {
      const end = edges[at + 1]!;
      if (end === start) continue;
      const { status, body, headers } = await get({ range: `bytes=${start}-${end - 1}` });
      expect(status).toBe(206);
      expect(headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${bytes.length}`);
      parts.push(body);
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  }
}, 15_000);

const size = 1_500_000;
test.each<[string, number, string | null, number]>([
  ['bytes=0-0', 206, `bytes 0-0/${size}`, 1],
  ['bytes=-500', 206, `bytes ${size - 500}-${size - 1}/${size}`, 500],
  [`bytes=-${size + 1}`, 206, `bytes 0-${size - 1}/${size}`, size],
  ['bytes=1499999-', 206, `bytes ${size - 1}-${size - 1}/${size}`, 1],
  [`bytes=10-${size * 9}`, 206, `bytes 10-${size - 1}/${size}`, size - 10],
  ['BYTES=5-6', 206, `bytes 5-6/${size}`, 2],
  [`bytes=${size}-`, 416, `bytes */${size}`, 0],
  ['bytes=-0', 416, `bytes */${size}`, 0],
  ['bytes=0-1,5-6', 200, null, size],
  ['bytes=a-b', 200, null, size],
  ['items=0-1', 200, null, size],
  ['bytes=', 200, null, size],
])('%s is answered %d', async (range, status, contentRange, length) => {
  const answer = await get({ range });
  expect([answer.status, answer.headers.get('content-range'), answer.body.length]).toEqual([
    status,
    contentRange,
    length,
  ]);
});

test('a range holds only for the file it was begun with', async () => {
  const range = 'bytes=0-9';
  expect((await get({ range, 'if-range': etag })).status).toBe(206);
  for (const other of ['"another"', `W/${etag}`, 'Sat, 21 Nov 2026 00:00:00 GMT'])
    expect((await get({ range, 'if-range': other })).status).toBe(200);
});

test('what the client has already is not sent again', async () => {
  for (const tag of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
    const { status, body, headers } = await get({ 'if-none-match': tag });
    expect([status, body.length, headers.get('etag')]).toEqual([304, 0, etag]);
  }
  expect((await get({ 'if-none-match': '"another"' })).status).toBe(200);
});

test('HEAD says what GET would, without the bytes, and ignores ranges', async () => {
  const [head, whole] = [await get({ range: 'bytes=0-1' }, 'HEAD'), await get({})];
  expect([head.status, head.body.length, head.headers.get('content-length')]).toEqual([200, 0, String(size)]);
  for (const name of ['etag', 'content-type', 'content-disposition', 'accept-ranges', 'cache-control'])
    expect(head.headers.get(name)).toBe(whole.headers.get(name));
});

test('every answer is inert in a browser, and says who may keep it', async () => {
  const shared = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
  };
  const original = Object.fromEntries((await get({})).headers);
  expect(original).toMatchObject({
    ...shared,
    'content-type': 'image/png',
    'content-disposition':
      'attachment; filename="na_ve _photo_ 100_.png"; filename*=UTF-8\'\'na%C3%AFve%20_photo_%20100%25.png',
    'cache-control': 'private, no-cache',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'authorization',
  });
  const derived = Object.fromEntries((await graph().fetch(null, publicPath)).headers);
  expect(derived).toMatchObject({
    ...shared,
    'content-type': 'image/webp',
    'content-disposition': 'inline; filename="small.webp"',
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(derived['vary']).toBeUndefined();
});
