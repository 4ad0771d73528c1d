// Albums: an order that survives everybody changing it at once, shown to those it is shared with and nobody else.
import { randomUUID } from 'node:crypto';
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { mintId } from '@mosaic/kernel/values/ids';
import { eventAudienceChanged } from '@mosaic/schema/events/booking';
import { coachStandingChanged } from '@mosaic/schema/events/users';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { plainImage } from '../lab/files.js';
import { openGraph } from '../lab/open-graph.js';
import { log, person } from '../lab/open-lab.js';
import { refusalOf, run, upload } from '../lab/operations.js';

const graph = openGraph();
const [owner, friend, guest, stranger] = [person(), person(), person(), person()];
const ids: string[] = [];

beforeAll(async () => {
  const image = await plainImage(10, 10, 'png');
  for (let n = 0; n < 8; n += 1) ids.push(await upload(graph(), owner, 'ALBUM', `${n}.png`, image));
});

const newAlbum = async (who: Asker = owner): Promise<string> =>
  (await run(graph(), who, 'createAlbum', { idempotencyKey: randomUUID(), title: 'Summer' }, 'album { id }')).album.id;
const add = (albumId: string, mediaId: string) =>
  run(graph(), owner, 'addToAlbum', { albumId, mediaId }, 'album { id }');
const filled = async () => {
  const albumId = await newAlbum();
  for (const mediaId of ids) await add(albumId, mediaId);
  return albumId;
};
const order = async (id: string, who: Asker | null = owner, page = 'first: 100'): Promise<string[] | null> => {
  const { data } = await graph().ask(who, `{ album(id: "${id}") { media(${page}) { edges { node { id } } } } }`);
  return data?.album?.media.edges.map(({ node }: { node: { id: string } }) => node.id) ?? null;
};

/** Publishes events as another subgraph would. */
async function tell(subgraph: string, events: OutboxEvent[]): Promise<void> {
  const redis = connectRedis(graph().config.REDIS_URL.reveal(), 'commands', log);
  const waiting = [...events];
  const source = {
    drain: async (publish: (batch: readonly OutboxEvent[]) => Promise<void>) => {
      const batch = waiting.splice(0);
      if (batch.length > 0) await publish(batch);
      return batch.length;
    },
    rewind: async () => {},
  };
  const relay = startRelay({ subgraph, source, redis, log });
  await expect.poll(() => waiting.length).toBe(0);
  await relay.stop();
  redis.disconnect();
}

test('media stand in the order they were put in, page by page, until they are put in another', async () => {
  const album = await filled();
  expect(await order(album)).toEqual(ids);
  const seen: string[] = [];
  let after = '';
  for (let hasNext = true; hasNext; ) {
    const query = `{ album(id: "${album}") { mediaCount media(first: 3${after && `, after: "${after}"`}) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
    const { mediaCount, media } = (await graph().ask(owner, query)).data.album;
    expect(mediaCount).toBe(8);
    seen.push(...media.edges.map(({ node }: { node: { id: string } }) => node.id));
    ({ hasNextPage: hasNext, endCursor: after } = media.pageInfo);
  }
  expect(seen).toEqual(ids);
  const turned = [...ids].reverse();
  await run(graph(), owner, 'reorderAlbum', { albumId: album, mediaIds: turned }, 'album { id }');
  expect(await order(album)).toEqual(turned);
  expect(await order(album, owner, 'last: 2')).toEqual(turned.slice(-2));
  for (const mediaIds of [ids.slice(1), [...ids, ids[0]], [...ids.slice(1), mintId('Media')]])
    expect(await refusalOf(graph(), owner, 'reorderAlbum', { albumId: album, mediaIds })).toBe('CONFLICT');
  await run(graph(), owner, 'removeFromAlbum', { albumId: album, mediaId: ids[3] }, 'album { id }');
  expect(await order(album)).toEqual(turned.filter((id) => id !== ids[3]));
});

test('all at once: eight additions twice over lose nothing and double nothing; a stale order is a conflict', async () => {
  const album = await newAlbum();
  await Promise.all([...ids, ...ids].map((mediaId) => add(album, mediaId)));
  expect([...((await order(album)) ?? [])].sort()).toEqual([...ids].sort());
  const codes = await Promise.all([
    ...ids.slice(0, 3).map((mediaId) => refusalOf(graph(), owner, 'removeFromAlbum', { albumId: album, mediaId })),
    refusalOf(graph(), owner, 'reorderAlbum', { albumId: album, mediaIds: ids }),
  ]);
  expect(codes.slice(0, 3)).toEqual([null, null, null]);
  expect([null, 'CONFLICT']).toContain(codes[3]);
  expect([...((await order(album)) ?? [])].sort()).toEqual(ids.slice(3).sort());
});

test('an album and its pictures are seen by whom it is shared with, by token, and no more once it is not', async () => {
  const album = await filled();
  const path = `/media/${ids[0]}/small`;
  const sees = async (who: Asker) => [
    (await order(album, who))?.length ?? null,
    (await graph().fetch(who, path)).status,
  ];
  expect(await sees(friend)).toEqual([null, 404]);
  await run(graph(), owner, 'shareAlbum', { albumId: album, userIds: [friend.id] }, 'album { id }');
  expect(await sees(friend)).toEqual([8, 200]);
  expect(await sees(stranger)).toEqual([null, 404]);
  expect((await graph().fetch(friend, `/media/${ids[0]}/original`)).status).toBe(404);
  const listed = await graph().ask(friend, '{ albums(first: 5) { edges { node { id title sharedWith { id } } } } }');
  expect(listed.data.albums.edges).toEqual([{ node: { id: album, title: 'Summer', sharedWith: null } }]);
  for (const [name, input] of [
    ['addToAlbum', { albumId: album, mediaId: ids[0] }],
    ['updateAlbum', { albumId: album, title: 'Mine' }],
    ['deleteAlbum', { albumId: album }],
    ['deleteMedia', { mediaId: ids[0] }],
  ] as const)
    expect([name, await refusalOf(graph(), friend, name, input)]).toEqual([name, 'NOT_FOUND']);
  await run(graph(), owner, 'unshareAlbum', { albumId: album, userIds: [friend.id] }, 'album { id }');
  expect(await sees(friend)).toEqual([null, 404]);
});

test('shared with an event it follows who belongs to the event, and only its people may share with it', async () => {
  const album = await filled();
  const eventId = mintId('Event');
  const share = { albumId: album, eventId };
  const audience = (second: number, ...who: Asker[]) =>
    announce(
      eventAudienceChanged,
      eventId,
      { eventId, title: 'Picnic', organiserId: owner.id, userIds: who.map(({ id }) => id) },
      new Date(1_790_000_000_000 + second * 1_000),
    );
  expect(await refusalOf(graph(), owner, 'shareAlbum', share)).toBe('NOT_FOUND');
  await tell('booking', [audience(1, guest)]);
  await expect.poll(() => refusalOf(graph(), owner, 'shareAlbum', share), { timeout: 10_000 }).toBe(null);
  expect((await order(album, guest))?.length).toBe(8);
  expect(await order(album, friend)).toBe(null);
  await tell('booking', [audience(3, friend), audience(2, guest, stranger)]); // the older one comes late
  await expect.poll(async () => (await order(album, friend))?.length, { timeout: 10_000 }).toBe(8);
  expect([await order(album, guest), await order(album, stranger)]).toEqual([null, null]);
  // Two changes at one moment come in their order, so the second is the newer one.
  await tell('booking', [audience(4, guest), audience(4, guest, stranger)]);
  await expect.poll(async () => (await order(album, stranger))?.length, { timeout: 10_000 }).toBe(8);
});

test('coaches who are approved may upload lessons, and no more once they are not', async () => {
  const coach = person();
  const input = { purpose: 'LESSON_VIDEO', fileName: 'a.mp4', byteLength: 1_000 };
  const standing = (as: 'APPROVED' | 'WITHDRAWN', second: number) =>
    announce(
      coachStandingChanged,
      coach.id,
      { coachId: mintId('Coach'), userId: coach.id, standing: as, timeZone: 'Europe/Paris' },
      new Date(1_790_000_000_000 + second * 1_000),
    );
  await tell('users', [standing('APPROVED', 1)]);
  const refused = () => refusalOf(graph(), coach, 'createUploadTicket', input);
  await expect.poll(refused, { timeout: 10_000 }).toBe(null);
  await tell('users', [standing('WITHDRAWN', 2)]);
  await expect.poll(refused, { timeout: 10_000 }).toBe('NOT_A_COACH');
});
