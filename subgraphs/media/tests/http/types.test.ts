// Files that are not what they claim: each is refused, or encoded anew; nothing refused leaves a byte behind.
import { deflateSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { beforeAll, expect, test } from 'vitest';
import { movingGif, pdf, plainImage, SECRET } from '../lab/files.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { refusalOf, ticketFor, tryUpload, upload, variantsOf } from '../lab/operations.js';

const graph = openGraph();
const ada = person();
const HTML = '<!doctype html><script>alert(1)</script>';
const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const none: Buffer = Buffer.alloc(0);
let [png, jpg, gif, document] = [none, none, none, none];

beforeAll(async () => {
  [png, jpg, gif] = [
    await plainImage(60, 40, 'png'),
    await plainImage(60, 40, 'jpeg'),
    await plainImage(60, 40, 'gif'),
  ];
  document = await pdf();
});

/** A PNG of this size by its header, whose pixels deflate to almost nothing; `rows` of them are there. */
function pngBomb(side: number, rows = side): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((side + 1) * rows), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const text = (of: string) => () => Buffer.from(of);
const corpus: [what: string, fileName: string, bytes: () => Buffer, status: number, code: string][] = [
  ['html named jpg', 'a.jpg', text(HTML), 415, 'UNSUPPORTED_TYPE'],
  ['svg named png', 'a.png', text(SVG), 415, 'UNSUPPORTED_TYPE'],
  ['script named gif', 'a.gif', text('alert(1)//'), 415, 'UNSUPPORTED_TYPE'],
  ['exe named jpg', 'a.jpg', () => Buffer.from(`MZ${'\0'.repeat(200)}PE\0\0`, 'latin1'), 415, 'UNSUPPORTED_TYPE'],
  ['zip named png', 'a.png', () => Buffer.from(`PK\x03\x04${'\0'.repeat(200)}`, 'latin1'), 415, 'UNSUPPORTED_TYPE'],
  ['pdf named png', 'a.png', () => document, 415, 'UNSUPPORTED_TYPE'],
  ['png named jpg', 'a.jpg', () => png, 415, 'UNSUPPORTED_TYPE'],
  ['png named pdf', 'a.pdf', () => png, 415, 'UNSUPPORTED_TYPE'],
  ['GIF89a and a script', 'a.gif', text('GIF89a/*aaaaaaaaaaaa*/=1;alert(1)'), 422, 'FILE_UNREADABLE'],
  [
    'a PNG signature and html',
    'a.png',
    () => Buffer.concat([png.subarray(0, 33), Buffer.from(HTML)]),
    422,
    'FILE_UNREADABLE',
  ],
  ['half a jpg', 'a.jpg', () => jpg.subarray(0, jpg.length / 2), 422, 'FILE_UNREADABLE'],
  ['half a png', 'a.png', () => png.subarray(0, png.length - 30), 422, 'FILE_UNREADABLE'],
  ['half a pdf', 'a.pdf', () => document.subarray(0, document.length / 2), 422, 'FILE_UNREADABLE'],
  ['a pdf of one line', 'a.pdf', text('%PDF-1.7\n<script>alert(1)</script>'), 422, 'FILE_UNREADABLE'],
];

test.each(corpus)('%s is refused', async (_, fileName, bytes, status, code) => {
  const refused = await tryUpload(graph(), ada, 'DOCUMENT', fileName, bytes());
  expect(refused).toEqual({ status, mediaId: undefined, code });
  expect(await graph().left()).toEqual({ chunks: 0, files: 0, loose: 0, tickets: 0 });
});

test('control: who goes by names takes all of them, and who goes by first bytes takes those that are broken behind', async () => {
  const byName = corpus.filter(([, name]) => /\.(jpe?g|png|gif|pdf)$/.test(name));
  expect(byName).toHaveLength(corpus.length);
  const signatures = await Promise.all(corpus.map(async ([, , bytes]) => (await fileTypeFromBuffer(bytes()))?.ext));
  const byFirstBytes = corpus.filter(([, name], at) => name.endsWith(`.${signatures[at]}`)).map(([what]) => what);
  expect(byFirstBytes).toEqual(corpus.filter(([, , , status]) => status === 422).map(([what]) => what));
});

test.each([
  ['14,000 x 14,000', () => pngBomb(14_000)],
  ['50,000 x 50,000, of which ten rows are there', () => pngBomb(50_000, 10)],
])('a picture of %s is refused by its header, and never decoded', async (_, make) => {
  await tryUpload(graph(), ada, 'POST', 'warm.png', png.subarray(0, png.length - 30)); // a worker is running
  const bomb = make();
  expect(bomb.length).toBeLessThan(1_000_000);
  const before = process.memoryUsage().rss;
  const refused = await tryUpload(graph(), ada, 'POST', 'bomb.png', bomb);
  expect(refused).toMatchObject({ status: 422, code: 'IMAGE_TOO_LARGE' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576); // decoded it would be 196 MB and more
});

test('200 frames are a picture, 201 are not', async () => {
  expect(await tryUpload(graph(), ada, 'POST', 'many.gif', await movingGif(201))).toMatchObject({
    status: 422,
    code: 'TOO_MANY_FRAMES',
  });
  expect((await tryUpload(graph(), ada, 'POST', 'just.gif', await movingGif(200))).status).toBe(201);
});

test('polyglots become plain pictures: nothing of what hides in them is in a derived byte', async () => {
  for (const [name, honest] of [
    ['p.png', png],
    ['p.jpg', jpg],
    ['p.gif', gif],
  ] as const) {
    const id = await upload(graph(), ada, 'POST', name, Buffer.concat([honest, Buffer.from(HTML + SECRET)]));
    for (const { name: variant, contentType, url } of await variantsOf(graph(), null, id)) {
      const bytes = Buffer.from(await (await graph().fetch(null, url)).arrayBuffer());
      expect([variant, contentType, bytes.toString('latin1', 8, 12)]).toEqual([variant, 'image/webp', 'WEBP']);
      expect(bytes.includes('script') || bytes.includes(SECRET)).toBe(false);
    }
  }
});

test('names that end in nothing we take, and sizes that are none, get no ticket', async () => {
  const refused = (fileName: string, byteLength: number, purpose = 'POST') =>
    refusalOf(graph(), ada, 'createUploadTicket', { purpose, fileName, byteLength });
  for (const name of ['a.html', 'a.jpg.html', 'a.svg', '../../etc/passwd', '.htaccess', 'CON', '', 'a.webp'])
    expect([name, await refused(name, 10)]).toEqual([name, 'UNSUPPORTED_TYPE']);
  expect(await refused('a.pdf', 10, 'AVATAR')).toBe('UNSUPPORTED_TYPE');
  expect(await refused('a.mp4', 10)).toBe('UNSUPPORTED_TYPE');
  expect(await refused('a.jpg', 0)).toBe('BAD_INPUT');
  expect(await refused('a.jpg', -1)).toBe('BAD_INPUT');
  expect(await refused('a.jpg', 10_485_761)).toBe('FILE_TOO_LARGE');
  expect(await ticketFor(graph(), ada, 'POST', '../../etc/photo.JPG', 10_485_760)).toMatch(
    /^\/media\/uploads\/[\w.-]+$/,
  );
});
