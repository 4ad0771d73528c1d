// Walking a feed while people post: each post once, none skipped. Beside it the naive walks, which fail.
import { setTimeout as pause } from 'node:timers/promises';
import { proofSize } from '@mosaic/embedded/proof-size';
import type { Page } from '@mosaic/kernel/paging/page';
import { inTransaction } from '@mosaic/kernel/stores/mongo-transactions';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { placeKey } from '../../src/data/readers/read-posts.js';
import type { Post } from '../../src/domain/post.js';
import { followUser, unfollowUser } from '../../src/use-cases/follow-user.js';
import { granted } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';
import { post } from '../lab/posts.js';

const lab = openLab();
const inserts = proofSize({ full: 200, quick: 80 });
const page = (changes: Partial<Page>): Page => ({
  size: 7,
  direction: 'forward',
  after: null,
  before: null,
  scope: '',
  ...changes,
});
const bodiesOf = (posts: readonly Post[]) => posts.map(({ body }) => body);

async function crowd() {
  const authors = Array.from({ length: 8 }, person);
  const reader = person();
  for (const { id } of authors) granted(await followUser(lab.rooms(), reader, { userId: id }));
  return { authors, reader };
}
/** Ends when all are written; the bodies are `<prefix> 0` and so on. */
const postAll = (authors: readonly Asker[], prefix: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) => post(lab.rooms(), authors[n % authors.length]!, `${prefix} ${n}`)),
  );

/** From the latest to the first, a page at a time. */
async function walkDown(reader: Asker): Promise<Post[]> {
  const met: Post[] = [];
  for (;;) {
    const after = met.length > 0 ? placeKey(met.at(-1)!) : null;
    const rows = (await lab.rooms().read.feedOf(reader, page({ after }))).slice(0, 7);
    if (rows.length === 0) return met;
    met.push(...rows);
  }
}
/** From a post on to whatever comes later, until `isOver` and nothing is left. */
async function walkUp(reader: Asker, from: Post, isOver: () => boolean): Promise<Post[]> {
  const met: Post[] = [from];
  for (;;) {
    const wasOver = isOver();
    const before = placeKey(met.at(-1)!);
    const rows = await lab.rooms().read.feedOf(reader, page({ direction: 'backward', before }));
    met.push(...rows.slice(-7).reverse());
    if (rows.length === 0 && wasOver) return met;
  }
}

test('a walk while many post meets each post once: down, all that was there; up, all that came', async () => {
  const { authors, reader } = await crowd();
  const before = await postAll(authors, 'old', 60);
  const newest = [...before].sort((a, b) => a.place - b.place).at(-1)!;
  let isWritten = false;
  const writing = postAll(authors, 'new', inserts).then(() => {
    isWritten = true;
  });
  const walks: Post[][] = [];
  const up = walkUp(reader, newest, () => isWritten);
  while (!isWritten) walks.push(await walkDown(reader));
  await writing;
  expect(walks.length).toBeGreaterThan(1);
  for (const met of walks) {
    const places = met.map(({ place }) => place);
    expect(places).toEqual([...new Set(places)].sort((a, b) => b - a));
    expect(bodiesOf(met).filter((body) => body.startsWith('old')).length).toBe(60);
    // Nothing is missing below the place where the walk began.
    expect(places).toEqual(Array.from({ length: met.length }, (_, n) => places[0]! - n));
  }
  const came = bodiesOf((await up).slice(1));
  expect([came.length, new Set(came).size, came.every((body) => body.startsWith('new'))]).toEqual([
    inserts,
    inserts,
    true,
  ]);
}, 20_000);

test('control: pages by offset show posts again, and pages by the time of writing skip those committed late', async () => {
  const { connection } = lab.rooms();
  const naive = connection.collection<{ _id: string; at: number }>('naive_posts');
  await naive.insertMany(Array.from({ length: 20 }, (_, n) => ({ _id: `${n}`, at: n })));
  const byOffset = (skip: number) => naive.find().sort({ at: -1 }).skip(skip).limit(10).toArray();
  const first = await byOffset(0);
  await naive.insertMany(Array.from({ length: 5 }, (_, n) => ({ _id: `new ${n}`, at: 100 + n })));
  const met = [...first, ...(await byOffset(10))].map(({ _id }) => _id);
  expect(new Set(met).size).toBe(15);

  // Two writers take their time before they commit; the one that took the earlier moment commits later.
  const write = (id: string, at: number, delay: number) =>
    inTransaction(connection, async (session) => {
      await naive.insertOne({ _id: id, at }, { session });
      await pause(delay);
      await session.commitTransaction();
    });
  const slow = write('slow', 1_000, 150);
  await write('quick', 1_001, 0);
  const since = async (at: number) =>
    naive
      .find({ at: { $gt: at } })
      .sort({ at: 1 })
      .toArray();
  const seen = await since(104);
  await slow;
  const later = await since(seen.at(-1)!.at);
  expect([...seen, ...later].map(({ _id }) => _id)).toEqual(['quick']);
  expect(await naive.countDocuments({ _id: 'slow' })).toBe(1);
});

test('a feed holds the posts of those who are followed and one’s own, and nobody else’s', async () => {
  const [reader, friend, stranger] = [person(), person(), person()];
  const rooms = lab.rooms();
  granted(await followUser(rooms, reader, { userId: friend.id }));
  await post(rooms, friend, 'of a friend');
  await post(rooms, stranger, 'of a stranger');
  await post(rooms, reader, 'my own');
  const feed = async () => bodiesOf(await rooms.read.feedOf(reader, page({})));
  expect(await feed()).toEqual(['my own', 'of a friend']);
  granted(await unfollowUser(rooms, reader, { userId: friend.id }));
  expect(await feed()).toEqual(['my own']);
});
