// TTL indexes delete what is due, and nothing else.
import { describe, expect, it, vi } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

describe('TTL indexes', () => {
  it('delete expired documents and keep the rest', async () => {
    const c = lab.client.db().collection<{ _id: string; at?: Date | string | Date[] }>('ttl');
    await c.insertMany([
      { _id: 'old', at: new Date(Date.now() - 61_000) },
      { _id: 'young', at: new Date(Date.now() - 10_000) },
      { _id: 'future', at: new Date(Date.now() + 100_000) },
      { _id: 'oldest of several', at: [new Date(0), new Date(Date.now() + 100_000)] },
      { _id: 'no date', at: 'yesterday' },
      { _id: 'missing' },
    ]);
    await c.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await vi.waitFor(async () => expect(await c.countDocuments()).toBe(4), { timeout: 5_000, interval: 50 });
    expect((await c.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      'future',
      'missing',
      'no date',
      'young',
    ]);
  });

  it('leave alone what a partial one does not hold', async () => {
    const c = lab.client.db().collection<{ _id: string; at: Date; done: boolean }>('partial');
    await c.insertMany([
      { _id: 'done', at: new Date(0), done: true },
      { _id: 'not done', at: new Date(0), done: false },
    ]);
    await c.createIndex({ at: -1 }, { expireAfterSeconds: 1, partialFilterExpression: { done: true } });
    await vi.waitFor(async () => expect(await c.countDocuments()).toBe(1), { timeout: 5_000, interval: 50 });
    expect(await c.find().toArray()).toMatchObject([{ _id: 'not done' }]);
  });

  it('delete for good: a restart does not bring documents back', async () => {
    const open = () => lab.client.db().collection('gone');
    await open().createIndex({ at: 1 }, { expireAfterSeconds: 0 });
    await open().insertOne({ at: new Date(0) });
    await vi.waitFor(async () => expect(await open().countDocuments()).toBe(0), { timeout: 5_000, interval: 50 });
    await lab.restart();
    expect(await open().countDocuments()).toBe(0);
  });
});
