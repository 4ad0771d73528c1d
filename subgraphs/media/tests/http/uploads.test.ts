// Uploads: the limit to the byte, tickets that work once, senders that leave or dawdle, quotas, crashes.
import { once } from 'node:events';
import { request as open } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { callerHeader } from '@mosaic/kernel/identity/caller-assertion';
import { mongo } from 'mongoose';
import { expect, test } from 'vitest';
import { movable } from '../lab/clock.js';
import { padded, plainImage } from '../lab/files.js';
import type { Graph } from '../lab/open-graph.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { refusalOf, ticketFor, tryUpload, upload } from '../lab/operations.js';

const LIMIT = 10_485_760;
const clock = movable();
const graph = openGraph({ clock, patience: 300 }, { MEDIA_QUOTA_BYTES: String(LIMIT + 1_000) });
const nothing = { chunks: 0, files: 0, loose: 0, tickets: 0 };

/** A PUT whose bytes the test sends by hand. */
function put(of: Graph, path: string, headers: Record<string, string | number>) {
  const caller = of.sign(null, 'PUT', path);
  const sending = open(of.origin + path, { method: 'PUT', headers: { ...headers, [callerHeader]: caller } });
  sending.on('error', () => {}); // told by `answered`
  const answered = once(sending, 'response').then(([response]) => response.statusCode as number);
  return { sending, answered };
}

test('10,485,760 bytes are taken', async () => {
  const ada = person();
  const bytes = await padded(LIMIT);
  const id = await upload(graph(), ada, 'DOCUMENT', 'large.png', bytes);
  const back = Buffer.from(await (await graph().fetch(ada, `/media/${id}/original`)).arrayBuffer());
  expect([back.length, back.equals(bytes)]).toEqual([LIMIT, true]);
  await graph().ask(ada, `mutation { deleteMedia(input: { mediaId: "${id}" }) { deletedMediaId } }`);
  expect(await graph().left()).toEqual(nothing);
});

test('one byte more is refused by its announced length, before any of it is sent', async () => {
  const path = await ticketFor(graph(), person(), 'DOCUMENT', 'large.png', LIMIT);
  const { sending, answered } = put(graph(), path, { 'content-length': LIMIT + 1 });
  sending.flushHeaders();
  expect(await answered).toBe(413);
  sending.destroy();
  expect(await graph().left()).toEqual({ ...nothing, tickets: 1 }); // the ticket is as good as before
});

test('one byte more without a length is cut at the limit: 413, no chunk left', async () => {
  await graph().store.collection('upload_tickets').deleteMany({});
  const path = await ticketFor(graph(), person(), 'DOCUMENT', 'large.png', LIMIT);
  const { sending, answered } = put(graph(), path, { 'transfer-encoding': 'chunked' });
  const bytes = await padded(LIMIT);
  sending.write(bytes);
  sending.write(Buffer.alloc(1));
  expect(await answered).toBe(413);
  sending.destroy();
  await expect.poll(() => graph().left()).toEqual(nothing);
});

test('control: who measures when everything has come has stored all of it', async () => {
  const files = new mongo.GridFSBucket(graph().store.db! as never);
  const storing = files.openUploadStream('naive');
  await pipeline(Readable.from([await padded(LIMIT), Buffer.alloc(1)]), storing);
  expect(storing.length).toBe(LIMIT + 1); // only now it is known to be too long
  expect((await graph().left()).chunks).toBe(Math.ceil((LIMIT + 1) / storing.chunkSizeBytes));
  await files.delete(storing.id);
});

test('a sender that leaves half way, and one that sends a byte now and then, leave nothing', async () => {
  const bytes = await padded(2_000_000);
  const [gone, slow] = [person(), person()];
  const first = put(graph(), await ticketFor(graph(), gone, 'POST', 'a.png', bytes.length), {
    'content-length': bytes.length,
  });
  first.answered.catch(() => {}); // there is none
  first.sending.write(bytes.subarray(0, bytes.length / 2));
  await expect.poll(async () => (await graph().left()).chunks).toBeGreaterThan(0);
  first.sending.destroy();
  await expect.poll(() => graph().left()).toEqual(nothing);

  const second = put(graph(), await ticketFor(graph(), slow, 'POST', 'a.png', bytes.length), {
    'content-length': bytes.length,
  });
  second.sending.write(bytes.subarray(0, 10));
  expect(await second.answered).toBe(408);
  second.sending.destroy();
  await expect.poll(() => graph().left()).toEqual(nothing);
});

test('a ticket works once, for its owner, within ten minutes, as it was sealed', async () => {
  const [ada, eve] = [person(), person()];
  const bytes = await plainImage(20, 20, 'png');
  const send = async (path: string, who = ada) =>
    (await graph().fetch(who, path, { method: 'PUT', body: bytes as never })).status;
  const ticket = () => ticketFor(graph(), ada, 'POST', 'a.png', bytes.length);
  const path = await ticket();
  expect(await send(path, eve)).toBe(403);
  const twins = await Promise.all(Array.from({ length: 5 }, () => send(path)));
  expect(twins.sort()).toEqual([201, 403, 403, 403, 403]);
  expect(await send(path)).toBe(403);
  for (const bad of ['/media/uploads/x', `${await ticket()}x`, (await ticket()).replace(/\.[^.]*$/, '.AAAA')])
    expect(await send(bad)).toBe(403);
  const late = await ticket();
  clock.move(600_000);
  expect(await send(late)).toBe(403);
  expect((await graph().fetch(ada, late)).status).toBe(405);
  await graph().store.collection('upload_tickets').deleteMany({});
});

test('20 uploads at once against a quota for one: one ticket, 19 refusals, and the room comes back', async () => {
  const ada = person();
  const input = { purpose: 'DOCUMENT', fileName: 'a.png', byteLength: LIMIT };
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => refusalOf(graph(), ada, 'createUploadTicket', input)),
  );
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(codes.filter((code) => code === 'QUOTA_EXCEEDED')).toHaveLength(19);
  const usage = async () =>
    (await graph().store.collection<{ _id: string; bytes: number }>('usages').findOne({ _id: ada.id }))?.bytes;
  expect(await usage()).toBe(LIMIT);
  expect(await refusalOf(graph(), ada, 'createUploadTicket', { ...input, byteLength: 1_001 })).toBe('QUOTA_EXCEEDED');

  const bytes = await plainImage(20, 20, 'png');
  expect((await tryUpload(graph(), ada, 'POST', 'a.png', bytes.subarray(0, 50))).status).toBeGreaterThanOrEqual(415);
  expect(await usage()).toBe(LIMIT); // what was refused keeps nothing
  await upload(graph(), ada, 'POST', 'a.png', bytes);
  expect(await usage()).toBe(LIMIT + bytes.length);
});

test('chunks of a crash are invisible, stay for a ticket’s life, and go with the sweep', async () => {
  const before = await graph().left();
  const _id = new mongo.ObjectId();
  const removeAt = new Date(clock.now().getTime() + 1_200_000);
  await graph().store.collection('loose_files').insertOne({ _id, removeAt, isDoomed: false });
  await graph()
    .store.collection('fs.chunks')
    .insertOne({ files_id: _id, n: 0, data: new mongo.Binary(Buffer.alloc(9)) });
  expect(await graph().left()).toMatchObject({ files: before.files, chunks: before.chunks + 1 });
  const { openFiles } = await import('../../src/data/bytes/file-store.js');
  const { collectionsOf } = await import('../../src/data/records/collections.js');
  const files = openFiles(graph().store, collectionsOf(graph().store), clock);
  clock.move(1_199_999);
  expect(await files.sweep()).toBe(0);
  clock.move(1);
  expect(await files.sweep()).toBe(1);
  expect((await graph().left()).chunks).toBe(before.chunks);
});
