// The server as a process: SIGKILL loses nothing that was acknowledged and repeats nothing, and no process is left over.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, type MongoProcess, spawnMongo } from './mongo-process.js';

let dataDir: string;
let server: MongoProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mosaic-mongo-crash-'));
});

afterEach(async () => {
  await server?.kill('SIGKILL');
  server = undefined;
  await rm(dataDir, { recursive: true });
});

const urlOf = (port: number) => `mongodb://127.0.0.1:${port}/app?replicaSet=rs0&serverSelectionTimeoutMS=10000`;

// Killing and starting processes is slow on a busy machine.
describe('SIGKILL', { timeout: 60_000 }, () => {
  it('during more than 1,000 writes: each acknowledged one is there, each one once', async () => {
    const port = await freePort();
    server = await spawnMongo(dataDir, port);
    const client = await MongoClient.connect(urlOf(port), { retryWrites: true, w: 'majority', journal: true });
    const events = client.db().collection<{ _id: string }>('events');
    const counters = client.db().collection<{ _id: number; n: number }>('counters');
    const writers = 16;
    await counters.insertMany(Array.from({ length: writers }, (_, _id) => ({ _id, n: 0 })));
    const acknowledged: string[] = [];
    const increments = new Array<number>(writers).fill(0);
    const uncertain = new Array<number>(writers).fill(0);
    const tried = new Set<string>();
    let stopping = false;

    const write = async (writer: number) => {
      for (let i = 0; !stopping; i++) {
        const _id = `${writer}-${i}`;
        tried.add(_id);
        try {
          await events.insertOne({ _id });
          acknowledged.push(_id);
        } catch {
          // Not acknowledged: it may be there or not.
        }
        try {
          await counters.updateOne({ _id: writer }, { $inc: { n: 1 } });
          increments[writer]! += 1;
        } catch {
          uncertain[writer]! += 1;
        }
      }
    };
    const running = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    for (let round = 1; round <= 3; round++) {
      await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(round * 500);
      await server.kill('SIGKILL');
      server = await spawnMongo(dataDir, port);
    }
    stopping = true;
    await running;

    expect(acknowledged.length).toBeGreaterThan(1500);
    const there = new Set((await events.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect([...there].filter((id) => !tried.has(id))).toEqual([]);
    for (const { _id, n } of await counters.find().toArray()) {
      // Each retry that reached the restarted server found its outcome on disk: nothing was added twice.
      expect(n).toBeGreaterThanOrEqual(increments[_id]!);
      expect(n).toBeLessThanOrEqual(increments[_id]! + uncertain[_id]!);
    }
    await client.close();
  });

  it('while the journal is being compacted again and again: the data is whole and the files stay bounded', async () => {
    server = await spawnMongo(dataDir);
    let client = await MongoClient.connect(urlOf(server.port), { retryWrites: false });
    const pad = 'x'.repeat(20_000);
    let acknowledged = 0;
    for (let round = 0; round < 3; round++) {
      const c = client.db().collection<{ _id: number; n: number; pad: string }>('busy');
      // 50 documents of 20 kB, rewritten until about 20 MB have gone through the journal.
      const rewrite = async () => {
        for (let i = 0; i < 20; i++) {
          const n = acknowledged + 1;
          await c.bulkWrite(
            Array.from({ length: 50 }, (_, _id) => ({
              updateOne: { filter: { _id }, update: { $set: { n, pad: `${pad}${n}` } }, upsert: true },
            })),
          );
          acknowledged = n;
        }
      };
      await rewrite();
      const endless = rewrite().catch(() => {});
      await server.kill('SIGKILL');
      await endless;
      await client.close();
      server = await spawnMongo(dataDir);
      client = await MongoClient.connect(urlOf(server.port), { retryWrites: false });
      const found = await client.db().collection('busy').find().toArray();
      expect(found).toHaveLength(50);
      for (const document of found) {
        expect(document['n']).toBeGreaterThanOrEqual(acknowledged);
        expect(document['pad']).toBe(`${pad}${document['n']}`);
      }
      acknowledged = Math.max(...found.map((document) => Number(document['n'])));
    }
    await client.close();
    await server.kill('SIGTERM');
    const names = await readdir(dataDir);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(dataDir, name))).size));
    expect(names.some((name) => name.startsWith('snapshot-'))).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000_000);
  });
});

describe('the process', { timeout: 60_000 }, () => {
  it('ends cleanly on SIGTERM and SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      server = await spawnMongo(dataDir);
      expect(await server.kill(signal)).toBe(0);
    }
  });

  it('ends when its guarded stdin closes', async () => {
    server = await spawnMongo(dataDir, 0, ['--guard-stdin']);
    server.child.stdin!.end();
    expect(await server.ended).toBe(0);
  });

  it('ends when the channel to its parent closes', async () => {
    server = await spawnMongo(dataDir, 0, [], true);
    server.child.disconnect();
    expect(await server.ended).toBe(0);
  });

  it('says why it does not start: a port in use, a directory in use', async () => {
    server = await spawnMongo(dataDir);
    await expect(spawnMongo(dataDir)).rejects.toThrow('another server is using');
    const other = await mkdtemp(join(tmpdir(), 'mosaic-mongo-other-'));
    await expect(spawnMongo(other, server.port)).rejects.toThrow('EADDRINUSE');
    await rm(other, { recursive: true });
  });
});
