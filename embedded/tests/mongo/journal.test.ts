// The journal itself: torn tails, damage, short writes, group commit, and generations of files.
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MongoServer, startMongo } from '@mosaic/embedded/mongo/start-mongo';
import { Journal } from '@mosaic/embedded/mongo/store/journal';
import { readFrames } from '@mosaic/embedded/mongo/store/journal-frame';
import { writeFully } from '@mosaic/embedded/mongo/store/write-fully';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dataDir: string;
const servers: MongoServer[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mosaic-journal-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Starts on the directory, lets `body` use it, stops. */
async function session<T>(body: (client: MongoClient) => Promise<T>, compactAfterBytes?: number): Promise<T> {
  const server = await startMongo({ dataDir, ...(compactAfterBytes !== undefined && { compactAfterBytes }) });
  servers.push(server);
  const client = await MongoClient.connect(server.url('app'));
  const result = await body(client);
  await client.close();
  await servers.pop()!.stop();
  return result;
}

const journal = () => join(dataDir, 'journal-00000000.log');
const ids = (client: MongoClient) =>
  client
    .db()
    .collection<{ _id: number }>('c')
    .find()
    .sort({ _id: 1 })
    .map(({ _id }) => _id)
    .toArray();
const insert = (...list: number[]) =>
  session(async (client) => {
    for (const _id of list) await client.db().collection<{ _id: number }>('c').insertOne({ _id });
  });

describe('a torn tail', () => {
  it.each([
    ['a cut header', Buffer.from([9, 1, 0])],
    ['a cut body', Buffer.concat([Buffer.from([100, 0, 0, 0, 1, 2, 3, 4]), Buffer.alloc(20)])],
    ['an absurd length', Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 1, 2, 3])],
    ['zeros', Buffer.alloc(64)],
  ])('is cut and set aside: %s', async (_, torn) => {
    await insert(1, 2);
    await appendFile(journal(), torn);
    expect(await session(ids)).toEqual([1, 2]);
    await insert(3);
    expect(await session(ids)).toEqual([1, 2, 3]);
    expect((await readFile(`${journal()}.torn`)).equals(torn)).toBe(true);
  });

  it('ends at any byte of the last frame: what was before is there', async () => {
    await insert(1);
    const kept = (await stat(journal())).size;
    await insert(2);
    const whole = await readFile(journal());
    for (let size = kept; size < whole.length; size += 7) {
      await writeFile(journal(), whole.subarray(0, size));
      expect(await session(ids)).toEqual([1]);
    }
  });
});

describe('damage that is no torn tail', () => {
  it('in a snapshot stops the start and names the file', async () => {
    await session(async (client) => {
      const c = client.db().collection<{ _id: number }>('c');
      for (let _id = 0; _id < 50; _id++) await c.insertOne({ _id });
      await expect.poll(() => readdir(dataDir)).toContainEqual(expect.stringMatching(/^snapshot-\d+\.bson$/));
    }, 1000);
    const snapshot = (await readdir(dataDir)).find((name) => name.startsWith('snapshot-'))!;
    const bytes = await readFile(join(dataDir, snapshot));
    bytes[bytes.length - 3]! ^= 1;
    await writeFile(join(dataDir, snapshot), bytes);
    await expect(startMongo({ dataDir })).rejects.toThrow(`the snapshot ${snapshot} is damaged at byte`);
  });
});

describe('compaction', () => {
  it('keeps data, deletions and indexes, and removes the files it replaces', async () => {
    await session(async (client) => {
      const c = client.db().collection<{ _id: number; n: number }>('c');
      await c.createIndex({ n: 1 }, { unique: true });
      for (let round = 0; round < 40; round++) {
        await c.bulkWrite(
          Array.from({ length: 20 }, (_, _id) => ({
            updateOne: { filter: { _id }, update: { $set: { n: round * 100 + _id } }, upsert: true },
          })),
        );
      }
      await c.deleteOne({ _id: 7 });
    }, 5000);
    const names = (await readdir(dataDir)).sort();
    expect(names).toEqual([expect.stringMatching(/^journal-/), expect.stringMatching(/^snapshot-/)]);
    expect(Number(names[0]!.slice(8, 16))).toBeGreaterThan(3);
    await session(async (client) => {
      const c = client.db().collection<{ _id: number; n: number }>('c');
      const expected = Array.from({ length: 20 }, (_, _id) => ({ _id, n: 3900 + _id })).filter(({ _id }) => _id !== 7);
      expect(await c.find().sort({ _id: 1 }).toArray()).toEqual(expected);
      await expect(c.insertOne({ _id: 99, n: 3901 })).rejects.toMatchObject({ code: 11000 });
    });
  });

  it('ignores a snapshot that was not finished', async () => {
    await insert(1, 2);
    await writeFile(join(dataDir, 'snapshot-00000001.bson.part'), 'half a snapshot');
    expect(await session(ids)).toEqual([1, 2]);
  });
});

describe('writing', () => {
  it('goes on after short writes until every byte is taken', async () => {
    const taken: number[] = [];
    const slow = {
      write(data: Uint8Array, offset: number, length: number) {
        const bytesWritten = Math.min(3, length);
        taken.push(...data.subarray(offset, offset + bytesWritten));
        return Promise.resolve({ bytesWritten });
      },
    };
    const data = Uint8Array.from({ length: 100 }, (_, i) => i);
    await writeFully(slow, data);
    expect(Uint8Array.from(taken)).toEqual(data);
    await expect(writeFully({ write: () => Promise.resolve({ bytesWritten: 0 }) }, data)).rejects.toThrow(
      'no more bytes',
    );
  });

  it('takes a transaction that is larger than any document, whole', async () => {
    const pad = 'x'.repeat(5_000_000);
    await session(async (client) => {
      const c = client.db().collection<{ _id: number; pad: string }>('c');
      await client.withSession((own) =>
        own.withTransaction(async () => {
          for (let _id = 0; _id < 8; _id++) await c.insertOne({ _id, pad }, { session: own });
        }),
      );
    });
    expect(await session(ids)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('shares one group between writers that come together', async () => {
    let groups = 0;
    const onGroup = () => {
      groups += 1;
      return undefined;
    };
    const log = await Journal.open({ directory: dataDir, generation: 5, onFailure: () => {}, onGroup });
    const entries = Array.from({ length: 100 }, (_, i) => ({ op: 'drop' as const, ns: `db.c${i}` }));
    await Promise.all(
      entries.map((entry) => {
        log.append([entry]);
        return log.synced();
      }),
    );
    await log.close();
    expect(groups).toBe(1);
    const seen: unknown[] = [];
    readFrames(join(dataDir, 'journal-00000005.log'), (entry) => seen.push(entry));
    expect(seen).toEqual(entries);
  });

  it('rejects for good, and says so, once the disk has failed', async () => {
    const failures: string[] = [];
    const onFailure = (error: Error) => failures.push(error.message);
    const log = await Journal.open({ directory: dataDir, generation: 6, onFailure, onGroup: () => undefined });
    await log.close();
    log.append([{ op: 'drop', ns: 'db.c' }]);
    await expect(log.synced()).rejects.toThrow();
    await expect(log.synced()).rejects.toThrow();
    expect(() => log.append([{ op: 'drop', ns: 'db.c' }])).toThrow();
    expect(failures).toHaveLength(1);
  });
});
