// Likes and follows: a counter is what its rows say, however people change their minds at the same time.
import { proofSize } from '@mosaic/embedded/proof-size';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { deletePost } from '../../src/use-cases/change-post.js';
import { followUser, unfollowUser } from '../../src/use-cases/follow-user.js';
import { likePost, unlikePost } from '../../src/use-cases/like-post.js';
import { codeOf, granted } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';
import { post } from '../lab/posts.js';

const lab = openLab();
const size = proofSize({ full: 1_000, quick: 300 });
const rows = (collection: string, filter: object) =>
  lab.rooms().connection.collection(collection).countDocuments(filter);

test('a thousand toggles by twenty people: the counter is the number of rows', async () => {
  const people = Array.from({ length: 20 }, person);
  const { id: postId } = await post(lab.rooms(), people[0]!);
  const toggles = Array.from({ length: size }, (_, n) => {
    const change = (n * 7) % 3 === 0 ? unlikePost : likePost;
    return change(lab.rooms(), people[(n * 13) % 20]!, { postId });
  });
  for (const answer of await Promise.all(toggles)) granted(answer);
  const [now] = await lab.rooms().read.postsById(people[0]!, [postId]);
  expect(now!.likeCount).toBe(await rows('likes', { postId }));
  expect(now!.likeCount).toBeGreaterThan(0);
  expect(now!.likeCount).toBeLessThanOrEqual(20);
  for (const who of people) granted(await unlikePost(lab.rooms(), who, { postId }));
  for (const who of people) expect(granted(await unlikePost(lab.rooms(), who, { postId })).likeCount).toBe(0);
}, 30_000);

test('twenty people who like at once are twenty; one who likes twenty times is one', async () => {
  const people = Array.from({ length: 20 }, person);
  const { id: postId } = await post(lab.rooms(), people[0]!);
  await Promise.all(people.map((who) => likePost(lab.rooms(), who, { postId })));
  await Promise.all(people.map(() => likePost(lab.rooms(), people[0]!, { postId })));
  expect(granted(await likePost(lab.rooms(), people[0]!, { postId })).likeCount).toBe(20);
  expect(await rows('likes', { postId })).toBe(20);
});

test('control: counting up what was read before forgets likes', async () => {
  const naive = lab.rooms().connection.collection<{ _id: string; likeCount: number }>('naive_likes');
  await naive.insertOne({ _id: 'post', likeCount: 0 });
  const like = async () => {
    const { likeCount } = (await naive.findOne({ _id: 'post' }))!;
    await naive.updateOne({ _id: 'post' }, { $set: { likeCount: likeCount + 1 } });
  };
  await Promise.all(Array.from({ length: 20 }, like));
  expect((await naive.findOne({ _id: 'post' }))!.likeCount).toBeLessThan(20);
});

test('a like of what does not exist leaves no row; the likes of a post go with it', async () => {
  const ada = person();
  const { id: postId } = await post(lab.rooms(), ada);
  granted(await likePost(lab.rooms(), ada, { postId }));
  expect(codeOf(await deletePost(lab.rooms(), person(), { postId }))).toBe('NOT_FOUND');
  expect(granted(await deletePost(lab.rooms(), ada, { postId }))).toBe(postId);
  expect(codeOf(await deletePost(lab.rooms(), ada, { postId }))).toBe('NOT_FOUND');
  for (const change of [likePost, unlikePost])
    expect(codeOf(await change(lab.rooms(), ada, { postId }))).toBe('NOT_FOUND');
  expect(await rows('likes', { postId })).toBe(0);
});

test('following counts on both sides exactly, however often it is said', async () => {
  const star = person();
  const fans = Array.from({ length: 12 }, person);
  const follow = (who: Asker) => followUser(lab.rooms(), who, { userId: star.id });
  await Promise.all([...fans, ...fans].map(follow));
  await Promise.all([fans[0]!, fans[0]!].map((who) => unfollowUser(lab.rooms(), who, { userId: star.id })));
  const [counts] = await lab.rooms().read.followCountsOf(star, [star.id]);
  expect(counts).toMatchObject({ followers: 11, following: 0 });
  expect(await rows('follows', { followedId: star.id })).toBe(11);
  const [own] = await lab.rooms().read.followCountsOf(star, [fans[1]!.id]);
  expect(own).toMatchObject({ followers: 0, following: 1 });
  for (const userId of [star.id, 'x'])
    expect(codeOf(await followUser(lab.rooms(), star, { userId }))).toBe('BAD_INPUT');
});

test('nobody follows more people than one feed gathers', async () => {
  const ada = person();
  granted(await followUser(lab.rooms(), ada, { userId: person().id }));
  const counts = lab.rooms().connection.collection<{ _id: string }>('follow_counts');
  await counts.updateOne({ _id: ada.id }, { $set: { following: 2_000 } });
  const userId = person().id;
  expect(codeOf(await followUser(lab.rooms(), ada, { userId }))).toBe('TOO_MANY');
  expect(await rows('follows', { followedId: userId })).toBe(0);
});
