// Posts and comments: versions, keys, one level of answers, tombstones.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { addComment } from '../../src/use-cases/add-comment.js';
import { deletePost, editPost } from '../../src/use-cases/change-post.js';
import { createPost } from '../../src/use-cases/create-post.js';
import { deleteComment } from '../../src/use-cases/delete-comment.js';
import { codeOf, granted } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';
import { comment, post } from '../lab/posts.js';

const lab = openLab();
const ada = person();
const ben = person();
const page = { size: 50, direction: 'forward', after: null, before: null, scope: '' } as const;
const postNow = async (id: string) => (await lab.rooms().read.postsById(ada, [id]))[0];
const commentsOf = (postId: string, parentId: string | null = null) =>
  lab.rooms().read.commentsOn(ada, postId, parentId, page);
const remove = (who: Asker, commentId: string) => deleteComment(lab.rooms(), who, { commentId });

test('one key is one post, also ten times at once; with other words it is refused', async () => {
  const input = { idempotencyKey: randomUUID(), body: 'once', mediaIds: [mintId('Media')] };
  const twins = await Promise.all(Array.from({ length: 10 }, () => createPost(lab.rooms(), ada, input)));
  expect(new Set(twins.map((twin) => granted(twin).id)).size).toBe(1);
  expect(codeOf(await createPost(lab.rooms(), ada, { ...input, body: 'twice' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(granted(await createPost(lab.rooms(), ben, input)).authorId).toBe(ben.id);
  expect(codeOf(await createPost(lab.rooms(), ada, { ...input, body: ' ' }))).toBe('BAD_INPUT');
});

test('of two editors with one version one wins, and the other is told', async () => {
  const { id: postId } = await post(lab.rooms(), ada);
  const edit = (body: string, expectedVersion = 1) => editPost(lab.rooms(), ada, { postId, body, expectedVersion });
  const answers = await Promise.all(['a', 'b', 'c'].map((body) => edit(body)));
  expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'CONFLICT', null]);
  const winner = answers.find((answer) => codeOf(answer) === null) as { body: string };
  expect(await postNow(postId)).toMatchObject({ body: winner.body, version: 2, editedAt: expect.any(Date) });
  expect(granted(await edit('next', 2)).version).toBe(3);
  expect(codeOf(await editPost(lab.rooms(), ben, { postId, body: 'x', expectedVersion: 3 }))).toBe('NOT_FOUND');
});

test('an edit leaves what hangs on a post unless it says otherwise', async () => {
  const mediaIds = [mintId('Media')];
  const input = { idempotencyKey: randomUUID(), body: 'look', mediaIds };
  const { id: postId } = granted(await createPost(lab.rooms(), ada, input));
  const edit = async (changes: object, expectedVersion: number) =>
    granted(await editPost(lab.rooms(), ada, { postId, body: 'x', expectedVersion, ...changes })).mediaIds;
  expect(await edit({}, 1)).toEqual(mediaIds);
  expect(await edit({ mediaIds: null }, 2)).toEqual(mediaIds);
  expect(await edit({ mediaIds: [] }, 3)).toEqual([]);
});

test('forty comments at once are forty, each in a place of its own', async () => {
  const { id: postId } = await post(lab.rooms(), ada);
  const first = await comment(lab.rooms(), ben, postId);
  await Promise.all(
    Array.from({ length: 39 }, (_, n) => comment(lab.rooms(), ben, postId, n % 3 === 0 ? first.id : undefined)),
  );
  expect((await postNow(postId))!.commentCount).toBe(40);
  const [top, answers] = [await commentsOf(postId), await commentsOf(postId, first.id)];
  expect([top.length, answers.length]).toEqual([27, 13]);
  expect([...top, ...answers].map(({ place }) => place).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, n) => n + 1),
  );
  expect(top[0]!.replyCount).toBe(13);
});

test('what was answered becomes a tombstone and goes with its last answer', async () => {
  const { id: postId } = await post(lab.rooms(), ada);
  const first = await comment(lab.rooms(), ben, postId);
  const answer = await comment(lab.rooms(), ada, postId, first.id);
  expect(codeOf(await remove(ada, first.id))).toBe('NOT_FOUND');
  granted(await remove(ben, first.id));
  expect(await commentsOf(postId)).toMatchObject([{ id: first.id, isDeleted: true, body: '', replyCount: 1 }]);
  expect(codeOf(await remove(ben, first.id))).toBe('NOT_FOUND');
  const late = { idempotencyKey: randomUUID(), postId, body: 'x', parentId: first.id };
  expect(codeOf(await addComment(lab.rooms(), ben, late))).toBe('NOT_FOUND');
  expect((await postNow(postId))!.commentCount).toBe(1);
  granted(await remove(ada, answer.id));
  expect(await commentsOf(postId)).toEqual([]);
  expect((await postNow(postId))!.commentCount).toBe(0);
});

test('answers have no answers, and stay with their post', async () => {
  const [one, other] = [await post(lab.rooms(), ada), await post(lab.rooms(), ada)];
  const first = await comment(lab.rooms(), ben, one.id);
  const answer = await comment(lab.rooms(), ben, one.id, first.id);
  const say = (postId: string, parentId: string) =>
    addComment(lab.rooms(), ben, { idempotencyKey: randomUUID(), postId, body: 'x', parentId });
  expect(codeOf(await say(one.id, answer.id))).toBe('BAD_INPUT');
  expect(codeOf(await say(other.id, first.id))).toBe('NOT_FOUND');
  expect(codeOf(await say('x', first.id))).toBe('NOT_FOUND');
  expect((await postNow(one.id))!.commentCount).toBe(2);
});

test('a post goes with its comments', async () => {
  const { id: postId } = await post(lab.rooms(), ada);
  const { id: commentId } = await comment(lab.rooms(), ben, postId);
  granted(await deletePost(lab.rooms(), ada, { postId }));
  expect(await lab.rooms().read.commentsById(ada, [commentId])).toEqual([]);
  expect(await postNow(postId)).toBeUndefined();
});
