// Comments: for those who see the medium, by every door; announced once; gone with it. And the dashboard's counts.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { intervalOf } from '@mosaic/schema/period';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { plainImage } from '../lab/files.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { refusalOf, run, upload } from '../lab/operations.js';

const graph = openGraph();
const [owner, reader, stranger] = [person(), person(), person()];
let image: Buffer;
let [privateId, publicId] = ['', ''];

beforeAll(async () => {
  image = await plainImage(10, 10, 'png');
  privateId = await upload(graph(), owner, 'MESSAGE', 'a.png', image);
  publicId = await upload(graph(), owner, 'POST', 'b.png', image);
});

const say = async (who: Asker, mediaId: string, body: string, more: object = {}): Promise<string> => {
  const input = { idempotencyKey: randomUUID(), mediaId, body, ...more };
  return (await run(graph(), who, 'addMediaComment', input, 'comment { id body }')).comment.id;
};
const comments = async (who: Asker | null, id: string) => {
  const query = `{ media(id: "${id}") { commentCount comments(first: 10) { edges { node { body author { id } } } } } }`;
  return (await graph().ask(who, query)).data.media;
};

test('who sees the medium sees and adds comments; who holds a grant of an attachment does too', async () => {
  await say(reader, publicId, 'lovely');
  expect(await comments(stranger, publicId)).toEqual({
    commentCount: 1,
    comments: { edges: [{ node: { body: 'lovely', author: { id: reader.id } } }] },
  });
  expect((await comments(null, publicId)).comments).toBe(null);

  const input = { idempotencyKey: randomUUID(), mediaId: privateId, body: 'psst' };
  expect(await refusalOf(graph(), reader, 'addMediaComment', input)).toBe('NOT_FOUND');
  const grant = graph().grants.seal({ thing: privateId, by: owner.id, to: reader.id }, new Date());
  expect(await refusalOf(graph(), stranger, 'addMediaComment', { ...input, grant })).toBe('NOT_FOUND');
  const wrong = { ...input, mediaId: mintId('Media'), grant };
  expect(await refusalOf(graph(), reader, 'addMediaComment', wrong)).toBe('NOT_FOUND');
  const id = await say(reader, privateId, 'psst', { grant });
  const fields = 'media { comments(first: 5) { edges { node { id body } } } }';
  const seen = await graph().entity(reader, 'Attachment', { grant }, fields);
  expect(seen.media.comments.edges).toEqual([{ node: { id, body: 'psst' } }]);
  expect(await graph().entity(owner, 'MediaComment', { id })).toEqual({ id });
  for (const who of [stranger, null]) expect(await graph().entity(who, 'MediaComment', { id })).toBe(null);
});

test('whose a public medium is, and the person behind it, is for all who are signed in', async () => {
  const query = `{ media(id: "${publicId}") { purpose owner { id } } }`;
  const ownerSeenBy = async (who: Asker | null) => (await graph().ask(who, query)).data.media;
  expect(await ownerSeenBy(stranger)).toEqual({ purpose: 'POST', owner: { id: owner.id } });
  expect(await ownerSeenBy(null)).toEqual({ purpose: 'POST', owner: null });
  expect(await graph().entity(stranger, 'User', { id: owner.id })).toEqual({ id: owner.id });
  expect(await graph().entity(null, 'User', { id: owner.id })).toBe(null);
});

test('a comment is one comment however often it is sent, and announced once', async () => {
  const input = { idempotencyKey: randomUUID(), mediaId: publicId, body: 'once' };
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => run(graph(), reader, 'addMediaComment', input, 'comment { id }')),
  );
  expect(new Set(sent.map(({ comment }) => comment.id)).size).toBe(1);
  const commentId = sent[0].comment.id;
  const told = await graph().store.collection('outbox').find({ 'payload.commentId': commentId }).toArray();
  expect(told.map(({ name, key, payload }) => ({ name, key, payload }))).toEqual([
    {
      name: 'MediaCommentAdded',
      key: publicId,
      payload: { mediaId: publicId, ownerId: owner.id, commentId, authorId: reader.id },
    },
  ]);
  expect(await refusalOf(graph(), reader, 'addMediaComment', { ...input, body: 'other' })).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
});

test('a comment is deleted by its author or by the medium’s owner; all go with the medium', async () => {
  const id = await upload(graph(), owner, 'POST', 'c.png', image);
  const [first, second] = [
    await say(reader, id, 'one'),
    await say(reader, id, 'two'),
    await say(stranger, id, 'three'),
  ];
  expect(await refusalOf(graph(), stranger, 'deleteMediaComment', { commentId: first })).toBe('NOT_FOUND');
  expect(await refusalOf(graph(), reader, 'deleteMediaComment', { commentId: first })).toBe(null);
  expect(await refusalOf(graph(), owner, 'deleteMediaComment', { commentId: second })).toBe(null);
  expect(await refusalOf(graph(), owner, 'deleteMediaComment', { commentId: second })).toBe('NOT_FOUND');
  expect((await comments(reader, id)).commentCount).toBe(1);
  await run(graph(), owner, 'deleteMedia', { mediaId: id }, 'deletedMediaId');
  expect(await graph().store.collection('media_comments').countDocuments({ mediaId: id })).toBe(0);
});

test('the dashboard counts what the store holds, for admins alone', async () => {
  const now = Date.now();
  const period = intervalOf({ from: new Date(now - 3_600_000), to: new Date(now + 3_600_000) });
  const ask = (who: Asker | null, of: string) =>
    graph().entity(who, 'AdminDashboard', { period: of }, 'period uploadCount uploadBytes');
  const stored = await graph().store.collection('media').find().toArray();
  const bytes = stored.reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(await ask(person('ADMIN'), period)).toEqual({ period, uploadCount: stored.length, uploadBytes: bytes });
  const before = intervalOf({ from: new Date(0), to: new Date(now - 3_600_000) });
  expect(await ask(person('ADMIN'), before)).toEqual({ period: before, uploadCount: 0, uploadBytes: 0 });
  for (const who of [owner, null]) expect(await ask(who, period)).toBe(null);
});

test.each([
  ['createUploadTicket', { purpose: 'POST', fileName: 'a.png', byteLength: 1 }],
  ['setAvatar', { mediaId: 'x' }],
  ['deleteMedia', { mediaId: 'x' }],
  ['createAlbum', { idempotencyKey: randomUUID(), title: 'x' }],
  ['shareAlbum', { albumId: 'x', userIds: [] }],
  ['addMediaComment', { idempotencyKey: randomUUID(), mediaId: 'x', body: 'x' }],
  ['deleteMediaComment', { commentId: 'x' }],
])('%s needs somebody who is signed in', async (name, input) => {
  await expect(refusalOf(graph(), null, name, input)).rejects.toThrow('UNAUTHENTICATED');
});
