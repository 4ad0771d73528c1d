// Who gets which bytes, by every door: token, public path, signed link, grant.
import { createHash, createHmac } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { beforeAll, expect, test } from 'vitest';
import { movable } from '../lab/clock.js';
import { photo, plainImage } from '../lab/files.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { run, upload, variantsOf } from '../lab/operations.js';

const clock = movable();
const graph = openGraph({ clock });
const [owner, other] = [person(), person()];
let original: Buffer;
let [privateId, publicId] = ['', ''];

beforeAll(async () => {
  original = await photo();
  privateId = await upload(graph(), owner, 'DOCUMENT', 'holiday.jpg', original);
  publicId = await upload(graph(), owner, 'POST', 'post.jpg', await photo());
});

const status = async (...of: Parameters<ReturnType<typeof graph>['fetch']>) => {
  const response = await graph().fetch(...of);
  await response.arrayBuffer();
  return response.status;
};
const linkTo = async (name: string): Promise<string> => {
  const found = (await variantsOf(graph(), owner, privateId)).find((variant) => variant.name === name);
  return found!.url;
};

test('private: no token 401, another 404, its owner 200; not even the router’s socket without its word', async () => {
  for (const variant of ['small', 'medium', 'large', 'original']) {
    const path = `/media/${privateId}/${variant}`;
    expect(await Promise.all([null, other, owner].map((who) => status(who, path)))).toEqual([401, 404, 200]);
    expect((await fetch(graph().origin + path)).status).toBe(401);
  }
  expect(await status(owner, `/media/${privateId}/avatar64`)).toBe(404);
  expect(await status(owner, `/media/${mintId('Media')}/small`)).toBe(404);
  expect(await status(owner, '/media/%00/small')).toBe(404);
});

test('the original comes back byte by byte, to its owner alone, as something to save', async () => {
  const response = await graph().fetch(owner, `/media/${privateId}/original`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const sha = (of: Buffer) => createHash('sha256').update(of).digest('hex');
  expect(sha(bytes)).toBe(sha(original));
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="holiday.jpg"');
  expect(await status(other, `/media/${publicId}/original`)).toBe(404);
  expect(await status(owner, `/media/public/${publicId}/original`)).toBe(404);
});

test('public: everybody gets what is derived of public purposes, and nothing else by that path', async () => {
  expect(await status(null, `/media/public/${publicId}/small`)).toBe(200);
  expect(await status(other, `/media/public/${publicId}/large`)).toBe(200);
  for (const who of [null, other, owner]) expect(await status(who, `/media/public/${privateId}/small`)).toBe(404);
  expect((await variantsOf(graph(), null, publicId)).map(({ name, url }) => [name, url])).toEqual(
    ['small', 'medium', 'large'].map((name) => [name, `/media/public/${publicId}/${name}`]),
  );
});

test('a signed link opens its variant for its viewer, again and again, and nothing else for nobody else', async () => {
  const link = await linkTo('small');
  expect(await Promise.all([null, owner, owner].map((who) => status(who, link)))).toEqual([200, 200, 200]);
  expect(await status(other, link)).toBe(403);
  for (const variant of ['medium', 'large', 'original'])
    expect(await status(null, link.replace('/small', `/${variant}`))).toBe(403);
  expect(await status(null, link.replace(privateId, publicId))).toBe(403);
  expect(await status(null, link.replace(/until=\d/, 'until=9'))).toBe(403);
  expect(await status(null, link.replace(/for=[^&]+/, 'for='))).toBe(403);
  expect(await status(other, link.replace(/for=[^&]+/, `for=${other.id}`))).toBe(403);
  expect(await status(null, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).toBe(403);
  expect(await status(null, link.replace(/sig=.*/, 'sig='))).toBe(403);
});

test('control: a signature of the medium and the end alone opens the original, and for anybody', () => {
  const naive = (mediaId: string, until: string) =>
    createHmac('sha256', 'key').update(`${mediaId} ${until}`).digest('hex');
  const opens = (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://mosaic.test');
    return naive(pathname.split('/')[2] ?? '', searchParams.get('until') ?? '') === searchParams.get('sig');
  };
  const link = `/media/${privateId}/small?until=1&for=${owner.id}&sig=${naive(privateId, '1')}`;
  expect([link, link.replace('/small', '/original'), link.replace(owner.id, other.id)].map(opens)).toEqual([
    true,
    true,
    true,
  ]);
});

test('a link ends after ten minutes at most', async () => {
  const link = await linkTo('medium');
  const until = Number(new URLSearchParams(link.split('?')[1]).get('until'));
  expect(until - clock.now().getTime()).toBeLessThanOrEqual(600_000);
  expect(until - clock.now().getTime()).toBeGreaterThan(540_000 - 1);
  clock.move(until - clock.now().getTime() - 1);
  expect(await status(null, link)).toBe(200);
  clock.move(1);
  expect(await status(null, link)).toBe(403);
});

test('a grant shows the medium to whom it names, when its owner gave it; the link it brings is theirs', async () => {
  const grant = (by: string, to: string | null) => graph().grants.seal({ thing: privateId, by, to }, clock.now());
  const fields = 'media { id fileName exif { camera location { latitude } } variants { name url } }';
  const shown = await graph().entity(other, 'Attachment', { grant: grant(owner.id, other.id) }, fields);
  expect(shown.media).toMatchObject({ id: privateId, fileName: null, exif: { camera: 'Nikon D850', location: null } });
  expect(shown.media.variants.map(({ name }: { name: string }) => name)).toEqual(['small', 'medium', 'large']);
  const [{ url }] = shown.media.variants;
  expect(await Promise.all([other, null, owner].map((who) => status(who, url)))).toEqual([200, 200, 403]);

  const hidden = [
    [other, grant(other.id, other.id)], // hung on their own post by somebody who does not own it
    [other, grant(owner.id, owner.id)],
    [null, grant(owner.id, other.id)],
    [other, `${grant(owner.id, other.id)}x`],
    [other, 'no grant at all'],
  ] as const;
  for (const [who, text] of hidden)
    expect(await graph().entity(who, 'Attachment', { grant: text }, 'media { id }')).toEqual({ media: null });
});

test('a deleted medium is gone everywhere: bytes, links, grants, lists', async () => {
  const id = await upload(graph(), owner, 'DOCUMENT', 'gone.png', await plainImage(50, 40, 'png'));
  const grant = graph().grants.seal({ thing: id, by: owner.id, to: null }, clock.now());
  const seen = () => graph().entity(other, 'Attachment', { grant }, 'media { id variants { url } }');
  const [{ url }] = (await seen()).media.variants;
  expect(await status(other, url)).toBe(200);
  const before = await graph().left();
  await run(graph(), owner, 'deleteMedia', { mediaId: id }, 'deletedMediaId');
  expect(await seen()).toEqual({ media: null });
  expect([await status(other, url), await status(owner, `/media/${id}/original`)]).toEqual([404, 404]);
  expect((await graph().left()).files).toBe(before.files - 4);
  expect((await graph().left()).loose).toBe(0);
});
