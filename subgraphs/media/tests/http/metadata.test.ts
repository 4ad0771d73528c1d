// Nothing that a file says of its owner is in any byte that somebody else can get.
import exifr from 'exifr';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { mp4, pdf, photo, SECRET, webm, withCommentAndTail } from '../lab/files.js';
import type { Graph } from '../lab/open-graph.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { refusalOf, run, tryUpload, upload, variantsOf } from '../lab/operations.js';

const graph = openGraph();
const ada = person();

/** Every byte stream of a medium but the original. */
async function derivedOf(of: Graph, id: string) {
  const variants = (await variantsOf(of, ada, id)).filter(({ name }) => name !== 'original');
  return Promise.all(
    variants.map(async (variant) => {
      const response = await of.fetch(null, variant.url);
      return { ...variant, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
    }),
  );
}

const WORDS = [SECRET, 'Nikon', 'Exif', 'http://ns.adobe.com', 'xmpmeta', 'GPS', 'ICC_PROFILE', 'sRGB'];

test('a photo with GPS, serial number, XMP, ICC, comment and tail: derived pictures have pixels and nothing else', async () => {
  const original = withCommentAndTail(await photo(), `PK\x03\x04${SECRET}`);
  expect(await exifr.gps(original)).toMatchObject({ latitude: 48.85666666666667 }); // the control: it is there
  expect(WORDS.filter((word) => original.includes(word))).toEqual(expect.arrayContaining([SECRET, 'Nikon', 'Exif']));
  for (const purpose of ['POST', 'DOCUMENT', 'AVATAR']) {
    const id = await upload(graph(), ada, purpose, 'gps.jpg', original);
    const derived = await derivedOf(graph(), id);
    expect(derived).toHaveLength(purpose === 'AVATAR' ? 5 : 3);
    for (const { bytes, width, height, byteLength } of derived) {
      expect(WORDS.filter((word) => bytes.includes(word))).toEqual([]);
      expect(await exifr.parse(bytes, true).catch(() => undefined)).toBeUndefined();
      const found = await sharp(bytes).metadata();
      expect([found.exif, found.icc, found.xmp, found.iptc, found.orientation]).toEqual(Array(5).fill(undefined));
      expect([found.width, found.height, bytes.length]).toEqual([width, height, byteLength]);
    }
  }
});

test('control: a picture that is made smaller and keeps what it was told still says where it was taken', async () => {
  const naive = await sharp(withCommentAndTail(await photo(), SECRET))
    .resize(64)
    .keepMetadata()
    .jpeg()
    .toBuffer();
  expect(WORDS.filter((word) => naive.includes(word))).toEqual(expect.arrayContaining([SECRET, 'Nikon', 'xmpmeta']));
  expect(await exifr.gps(naive)).toMatchObject({ latitude: 48.85666666666667 });
});

test('pictures stand upright, avatars are squares of 64 and 256', async () => {
  const id = await upload(graph(), ada, 'AVATAR', 'me.jpg', await photo(640, 480));
  const derived = await derivedOf(graph(), id);
  expect(derived.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['small', 192, 256],
    ['medium', 480, 640],
    ['large', 480, 640],
    ['avatar64', 64, 64],
    ['avatar256', 256, 256],
  ]);
  // Orientation 6: the left (blue) half is at the top when shown.
  const pixel = async (left: number, top: number) => {
    const medium = sharp(derived[1]!.bytes).extract({ left, top, width: 1, height: 1 });
    return [...(await medium.raw().toBuffer())].map((value) => Math.round(value / 255));
  };
  expect([await pixel(240, 100), await pixel(240, 540)]).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  await run(graph(), ada, 'setAvatar', { mediaId: id }, 'media { id }');
  const shown = await graph().entity(person(), 'User', { id: ada.id }, 'avatar { id variants { name url } }');
  expect(shown.avatar.id).toBe(id);
  expect(shown.avatar.variants.at(-1).url).toBe(`/media/public/${id}/avatar256`);
  await run(graph(), ada, 'deleteMedia', { mediaId: id }, 'deletedMediaId');
  expect(await graph().entity(person(), 'User', { id: ada.id }, 'avatar { id }')).toEqual({ avatar: null });
  const post = await upload(graph(), ada, 'POST', 'me.jpg', await photo());
  expect(await refusalOf(graph(), ada, 'setAvatar', { mediaId: post })).toBe('NOT_A_PICTURE');
  expect(await refusalOf(graph(), person(), 'setAvatar', { mediaId: post })).toBe('NOT_FOUND');
});

test('what the photo said is a field: time and camera for who sees it, the place for its owner', async () => {
  const id = await upload(graph(), ada, 'POST', 'gps.jpg', await photo());
  const query = `{ media(id: "${id}") { fileName width height exif { takenAt camera location { latitude longitude } } } }`;
  const exif = { takenAt: '2024-05-17T08:20:30.000Z', camera: 'Nikon D850' };
  const location = { latitude: expect.closeTo(48.856667, 5), longitude: expect.closeTo(2.350833, 5) };
  const size = { width: 480, height: 640 };
  expect((await graph().ask(ada, query)).data.media).toEqual({
    ...size,
    fileName: 'gps.jpg',
    exif: { ...exif, location },
  });
  for (const who of [person(), null])
    expect((await graph().ask(who, query)).data.media).toEqual({
      ...size,
      fileName: null,
      exif: { ...exif, location: null },
    });
});

test('a document is served to be saved, without author, XMP, script, or what its photographs say', async () => {
  const original = await pdf();
  expect(original.includes('Nikon')).toBe(true);
  const id = await upload(graph(), ada, 'DOCUMENT', 'paper.pdf', original);
  const [document, ...more] = await derivedOf(graph(), id);
  expect(more).toEqual([]);
  expect(document!.headers.get('content-disposition')).toMatch(/^attachment; filename="document\.pdf"$/);
  expect(document!.headers.get('content-type')).toBe('application/pdf');
  const cleaned = await PDFDocument.load(document!.bytes, { updateMetadata: false });
  expect([cleaned.getPageCount(), cleaned.getAuthor(), cleaned.getTitle()]).toEqual([1, undefined, undefined]);
  const plain = Buffer.from(await cleaned.save({ useObjectStreams: false }));
  for (const word of [SECRET, 'Nikon', 'JavaScript', 'OpenAction', 'Metadata', 'Exif'])
    expect([word, plain.includes(word), document!.bytes.includes(word)]).toEqual([word, false, false]);
});

test.each([
  ['mp4', mp4],
  ['webm', webm],
])('a lesson in %s: coaches and admins alone; the maker’s words are gone, every offset stays', async (type, make) => {
  const film = Buffer.from(`film ${'x'.repeat(700_000)} end`);
  const original = make(film);
  const input = { purpose: 'LESSON_VIDEO', fileName: `lesson.${type}`, byteLength: original.length };
  expect(await refusalOf(graph(), ada, 'createUploadTicket', input)).toBe('NOT_A_COACH');
  const admin = person('ADMIN');
  const id = await upload(graph(), admin, 'LESSON_VIDEO', `lesson.${type}`, original);
  const video = (await variantsOf(graph(), admin, id)).find(({ name }) => name === 'video')!;
  const response = await graph().fetch(null, video.url);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, bytes.length]).toEqual([200, original.length]);
  expect(bytes.includes(SECRET)).toBe(false);
  expect(bytes.indexOf(film)).toBe(original.indexOf(film));
  const part = await graph().fetch(null, video.url, { headers: { range: 'bytes=100000-100009' } });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
  const broken = await tryUpload(
    graph(),
    admin,
    'LESSON_VIDEO',
    `l.${type}`,
    original.subarray(0, original.length - 9),
  );
  expect(broken).toMatchObject({ status: 422, code: 'FILE_UNREADABLE' });
});
