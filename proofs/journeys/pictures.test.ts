// Pictures from the camera to somebody else's screen, through the router: what they tell of their owner stays behind,
// private ones open for whom they are meant, and what is no picture does not come in.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import exifr from 'exifr';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { act } from '../lab/act.js';
import { createRoom } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { fetchAs, photo, ticketFor, toldIn, upload, type Variant } from '../lab/pictures.js';
import { ATTACHED, bytesOf, createPost, readPost } from './picture-acts.js';
import { leftOf, letTimePass } from './picture-store.js';

const LIMIT = 10_485_760;
const world = openWorld({ subgraphs: ['users', 'content', 'media'] });
let [router, original]: [string, Buffer] = ['', Buffer.alloc(0)];
let [ada, basile, eve] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  [router = ''] = world.current.urls.router;
  original = await photo();
  [ada, basile, eve] = (await Promise.all(['Ada', 'Basile', 'Eve'].map((name) => Person.signUp(router, name)))) as [
    Person,
    Person,
    Person,
  ];
}, 30_000);

/** An upload whose bytes the test sends by hand, and the status it is answered with. */
function put(path: string, headers: Record<string, string | number>) {
  const sending = request(new URL(path, router), { method: 'PUT', headers });
  sending.on('error', () => {}); // the answer tells
  const answered = once(sending, 'response').then(([response]) => response.statusCode as number);
  return { sending, answered };
}

/** Fails when any of these bytes, as this person gets them, is more than pixels. */
async function expectOnlyPixels(person: Person | null, variants: readonly Variant[]): Promise<void> {
  for (const { url, contentType, byteLength, width, height } of variants) {
    const bytes = await bytesOf(await fetchAs(router, person, url));
    expect(toldIn(bytes)).toEqual([]);
    expect(await exifr.parse(bytes, true).catch(() => undefined)).toBeUndefined();
    const { exif, xmp, iptc, icc, orientation, ...seen } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined));
    expect([`image/${seen.format}`, bytes.length, seen.width, seen.height]).toEqual([
      contentType,
      byteLength,
      width,
      height,
    ]);
  }
}

test('a picture on a post: others get its pixels, upright, and nothing of where it was taken', async () => {
  expect((await exifr.gps(original)).latitude).toBeCloseTo(48.8567, 3);
  expect(toldIn(original)).toEqual(['Ada’s secret', 'SecretCam', 'Exif', 'xmpmeta', 'http://ns.adobe.com', 'latitude']);
  const mediaId = await upload(router, ada, 'POST', 'paris.jpg', original);
  const post = await createPost(ada, 'Look', [mediaId]);

  const { data } = await readPost(router, basile, post);
  expect(data.post).toMatchObject({ body: 'Look', author: { displayName: 'Ada' } });
  const [{ media }] = data.post.attachments;
  const { variants, ...told } = media;
  const exif = { camera: 'SecretCam One', location: null };
  expect(told).toEqual({ id: mediaId, fileName: null, width: 480, height: 640, owner: { displayName: 'Ada' }, exif });
  expect(variants.map(({ name }: Variant) => name)).toEqual(['small', 'medium', 'large']);
  await expectOnlyPixels(basile, variants);
  await expectOnlyPixels(null, variants); // a post is for everybody

  expect((await fetchAs(router, basile, `/media/${mediaId}/original`)).status).toBe(404);
  const own = await bytesOf(await fetchAs(router, ada, `/media/${mediaId}/original`));
  expect(own.equals(original)).toBe(true);
});

test('parts and conditions come through the router', async () => {
  const mediaId = await upload(router, ada, 'POST', 'paris.jpg', original);
  const path = `/media/public/${mediaId}/medium`;
  const get = (headers: Record<string, string>) => fetchAs(router, basile, path, { headers });
  const response = await get({});
  const [etag, whole] = [response.headers.get('etag') ?? '', await bytesOf(response)];

  const part = await get({ range: 'bytes=10-19' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`]);
  expect(await bytesOf(part)).toEqual(whole.subarray(10, 20));
  const unchanged = await get({ 'if-none-match': etag });
  expect([unchanged.status, (await bytesOf(unchanged)).length]).toEqual([304, 0]);
  const beyond = await get({ range: `bytes=${whole.length}-` });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
});

test('a picture in a message: its link opens for its viewer, and for nobody else', async () => {
  const mediaId = await upload(router, ada, 'MESSAGE', 'secret.jpg', original);
  const roomId = await createRoom(ada, 'Two', [basile]);
  const said = { roomId, body: 'For you', clientMessageId: crypto.randomUUID(), mediaIds: [mediaId] };
  await act(ada, 'sendMessage', said, 'message { id }');

  const document = `query ($roomId: ID!) {
    room(id: $roomId) { messages(last: 1) { edges { node { attachments { ${ATTACHED} } } } } }
  }`;
  type Seen = { room: { messages: { edges: { node: { attachments: { media: { variants: Variant[] } }[] } }[] } } };
  const { room } = await basile.ask<Seen>(document, { roomId });
  const variants = room.messages.edges[0]?.node.attachments[0]?.media.variants ?? [];
  expect(variants.map(({ name }) => name)).toEqual(['small', 'medium', 'large']);
  await expectOnlyPixels(basile, variants);
  expect(await eve.ask(document, { roomId })).toEqual({ room: null });

  const link = variants[0]?.url ?? '';
  const status = async (person: Person | null, path: string) => (await fetchAs(router, person, path)).status;
  expect(await status(null, link)).toBe(200); // an <img> sends no token: the link is the right
  expect([await status(eve, link), await status(ada, link)]).toEqual([403, 403]);
  const tampered = [
    link.replace('/small', '/large'),
    link.replace(/until=\d/, 'until=9'),
    link.replace(/for=[^&]+/, 'for='),
    link.replace(/sig=./, (part) => (part.endsWith('A') ? 'sig=B' : 'sig=A')),
  ];
  for (const path of tampered) expect([await status(basile, path), await status(null, path)]).toEqual([403, 403]);
  const [bare = ''] = link.split('?');
  expect(await Promise.all([null, eve, ada].map((who) => status(who, bare)))).toEqual([401, 404, 200]);
  expect(await status(basile, bare.replace('/media/', '/media/public/'))).toBe(404);
});

test('an album is seen by whom it is shared with, who say what they think of it', async () => {
  const mediaId = await upload(router, ada, 'ALBUM', 'sea.jpg', original);
  const key = { idempotencyKey: crypto.randomUUID() };
  type Made = { album: { id: string } };
  const { album } = await act<Made>(ada, 'createAlbum', { ...key, title: 'Summer' }, 'album { id }');
  await act(ada, 'addToAlbum', { albumId: album.id, mediaId }, 'album { mediaCount }');

  const document = `query ($id: ID!) {
    album(id: $id) {
      title
      media(first: 5) { edges { node { variants { name contentType width height byteLength url }
        comments(first: 5) { edges { node { body author { displayName } } } } } } }
    }
  }`;
  // biome-ignore lint/suspicious/noExplicitAny: stated below
  const see = (person: Person) => person.ask<{ album: any }>(document, { id: album.id });
  expect(await see(basile)).toEqual({ album: null });
  await act(ada, 'shareAlbum', { albumId: album.id, userIds: [basile.id] }, 'album { id }');
  await act(basile, 'addMediaComment', { ...key, mediaId, body: 'Lovely' }, 'comment { id }');
  const [{ node }] = (await see(basile)).album.media.edges;
  await expectOnlyPixels(basile, node.variants);
  const said = { edges: [{ node: { body: 'Lovely', author: { displayName: 'Basile' } } }] };
  expect((await see(ada)).album.media.edges[0].node.comments).toEqual(said);
  expect(await see(eve)).toEqual({ album: null });
  expect((await fetchAs(router, eve, `/media/${mediaId}/small`)).status).toBe(404);
});

test('a face: small squares for everybody, without the rest', async () => {
  const mediaId = await upload(router, ada, 'AVATAR', 'me.jpg', original);
  await act(ada, 'setAvatar', { mediaId }, 'media { id }');
  const document =
    'query ($id: ID!) { user(id: $id) { displayName avatar { variants { name contentType width height byteLength url } } } }';
  const { user } = await basile.ask<{ user: { avatar: { variants: Variant[] } } }>(document, { id: ada.id });
  const squares = user.avatar.variants.filter(({ name }) => name.startsWith('avatar'));
  expect(squares.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['avatar64', 64, 64],
    ['avatar256', 256, 256],
  ]);
  await expectOnlyPixels(null, user.avatar.variants);
});

test('one byte more than 10 MiB is refused: by what is announced, and while it streams', async () => {
  await expect(ticketFor(ada, 'DOCUMENT', 'large.jpg', LIMIT + 1)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  const path = await ticketFor(ada, 'DOCUMENT', 'large.jpg', LIMIT);
  const { sending, answered } = put(path, { 'transfer-encoding': 'chunked' });
  sending.write(Buffer.concat([original, Buffer.alloc(LIMIT - original.length)]));
  sending.write(Buffer.alloc(1));
  expect(await answered).toBe(413);
  sending.destroy();
});

test.each<[string, () => Buffer, number, string]>([
  ['a text that is called a picture', () => Buffer.from('GIF? no. '.repeat(1_000)), 415, 'UNSUPPORTED_TYPE'],
  ['a picture that was cut', () => original.subarray(0, 700), 422, 'FILE_UNREADABLE'],
])('%s is refused', async (_, bytes, status, code) => {
  const ticket = await ticketFor(ada, 'POST', 'me.jpg', bytes().length);
  const response = await fetchAs(router, ada, ticket, { method: 'PUT', body: bytes() });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
  expect((await fetchAs(router, ada, ticket, { method: 'PUT', body: original })).status).toBe(403); // it was used
});

test('without media the words of a post are there; what a kill cut off leaves nothing, and what was there is back', async () => {
  const { current } = world;
  const store = current.urls.databases.media;
  const mediaId = await upload(router, ada, 'POST', 'paris.jpg', original);
  const post = await createPost(ada, 'Look again', [mediaId]);
  const whole = await readPost(router, basile, post);
  const path = `/media/public/${mediaId}/large`;
  const etag = (await fetchAs(router, basile, path)).headers.get('etag');
  const before = await leftOf(store);

  const bytes = Buffer.concat([original, randomBytes(2_000_000)]);
  const [cut, late] = [
    await ticketFor(ada, 'POST', 'cut.jpg', bytes.length),
    await ticketFor(ada, 'POST', 'b.jpg', 9_999),
  ];
  const { sending, answered } = put(cut, { 'content-length': bytes.length });
  sending.write(bytes.subarray(0, 1_500_000));
  await eventually(
    () => leftOf(store),
    ({ strayChunks }) => strayChunks > 0,
  );
  current.child('media').kill('SIGKILL');
  await current.child('media').stop(); // so that it stays dead for a while
  expect(await answered).toBe(502);

  const partial = await readPost(router, basile, post);
  expect(partial.data).toEqual({
    post: { body: 'Look again', author: { displayName: 'Ada' }, attachments: [{ media: null }] },
  });
  expect(partial.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(partial.errors[0]?.message).toBe('A part of the graph is unavailable at the moment.');
  const away = await fetchAs(router, basile, path);
  expect([away.status, await away.text()]).toEqual([502, expect.not.stringMatching(/127\.0\.0\.1|ECONN/)]);
  expect((await fetchAs(router, ada, late, { method: 'PUT', body: original })).status).toBe(502);

  await letTimePass(store, cut);
  await current.child('media').restart();
  const healed = await eventually(
    () => readPost(router, basile, post),
    ({ codes }) => codes.length === 0,
  );
  expect(healed.data).toEqual(whole.data);
  const again = await fetchAs(router, basile, path);
  expect([again.status, again.headers.get('etag')]).toEqual([200, etag]);
  // The upload had begun, so its ticket is used up; the other one waited for better times.
  expect((await fetchAs(router, ada, cut, { method: 'PUT', body: original })).status).toBe(403);
  expect((await fetchAs(router, ada, late, { method: 'PUT', body: original })).status).toBe(201);
  const names = await ada.ask<{ myMedia: { edges: { node: { fileName: string } }[] } }>(
    '{ myMedia(first: 100) { edges { node { fileName } } } }',
  );
  const mine = names.myMedia.edges.map(({ node }) => node.fileName);
  expect([mine.includes('b.jpg'), mine.includes('cut.jpg')]).toEqual([true, false]);
  const bytesMore = original.length;
  await eventually(
    () => leftOf(store),
    (left) => left.strayChunks === 0,
  );
  expect(await leftOf(store)).toEqual({ ...before, reserved: before.reserved + bytesMore });
}, 40_000);
