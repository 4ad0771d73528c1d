// Index use: point reads, prefixes, ranges and orders do not walk the collection.
import type { Collection, Document, Sort } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
const ROOMS = 40;
const PER_ROOM = 500;
let c: Collection;

beforeAll(async () => {
  c = lab.client.db().collection('messages');
  await c.createIndexes([
    { key: { room: 1, seq: -1 }, unique: true },
    { key: { author: 1 }, partialFilterExpression: { pinned: true } },
    { key: { at: 1 }, sparse: true },
    { key: { tags: 1 } },
  ]);
  await c.insertMany(
    Array.from({ length: ROOMS * PER_ROOM }, (_, i) => ({
      _id: i as never,
      room: i % ROOMS,
      seq: Math.floor(i / ROOMS),
      author: `u${i % 7}`,
      pinned: i % 100 === 0,
      ...(i % 2 === 0 && { at: new Date(i) }),
      tags: [i % 3, i % 5],
    })),
  );
});

async function winningPlan(filter: Document, sort: Document = {}): Promise<string> {
  const { queryPlanner } = await lab.client.db().command({ explain: { find: 'messages', filter, sort } });
  const show = (plan: Document): string =>
    plan['inputStage'] ? `${plan['stage']}(${show(plan['inputStage'])})` : (plan['indexName'] ?? plan['stage']);
  return show(queryPlanner.winningPlan);
}

describe('the planner', () => {
  it.each<[Document, Document, string]>([
    [{ _id: 5 }, {}, 'FETCH(_id_)'],
    [{ _id: { $in: [1, 2] } }, {}, 'FETCH(_id_)'],
    [{ _id: { $gt: 5 } }, { _id: 1 }, 'FETCH(_id_)'],
    [{ room: 3, seq: 7 }, {}, 'FETCH(room_1_seq_-1)'],
    [{ room: 3 }, { seq: -1 }, 'FETCH(room_1_seq_-1)'],
    [{ room: 3, seq: { $lt: 100 } }, { seq: 1 }, 'FETCH(room_1_seq_-1)'],
    [{ $and: [{ room: 3 }, { seq: { $gte: 100 } }] }, {}, 'FETCH(room_1_seq_-1)'],
    [{}, { room: 1, seq: -1 }, 'FETCH(room_1_seq_-1)'],
    [{}, { room: -1, seq: 1 }, 'FETCH(room_1_seq_-1)'],
    [{}, { room: 1, seq: 1 }, 'SORT(COLLSCAN)'],
    [{ room: { $in: [1, 2] } }, { seq: 1 }, 'SORT(FETCH(room_1_seq_-1))'],
    [{ author: 'u1' }, {}, 'COLLSCAN'],
    [{ author: 'u1', pinned: true }, {}, 'FETCH(author_1)'],
    [{ at: null }, {}, 'COLLSCAN'],
    [{ at: { $gte: new Date(5) } }, {}, 'FETCH(at_1)'],
    [{ tags: 2 }, { tags: 1 }, 'SORT(FETCH(tags_1))'],
    [{ $or: [{ room: 1 }, { room: 2 }] }, {}, 'COLLSCAN'],
  ])('%j ordered by %j uses %s', async (filter, sort, plan) => {
    expect(await winningPlan(filter, sort)).toBe(plan);
  });

  it('gives the same answers as walking everything', async () => {
    const filters: Document[] = [
      { room: 3, seq: { $gt: 10, $lte: 20 } },
      { room: { $in: [1, 5, 5] }, seq: { $lt: 3 } },
      { room: 7, seq: { $in: [1, 499] } },
      { tags: { $gt: 2, $lt: 1 } },
      { at: { $lt: new Date(50) } },
      { author: 'u0', pinned: true },
      { room: null },
      { seq: { $gte: 499 } },
    ];
    for (const filter of filters) {
      const sorts: Sort[] = [
        { seq: 1, _id: 1 },
        { seq: -1, _id: -1 },
        { room: 1, seq: -1, _id: 1 },
      ];
      for (const sort of sorts) {
        const planned = await c.find(filter).sort(sort).toArray();
        const walked = await c.find(filter).sort(sort).hint({ $natural: 1 }).toArray();
        expect(planned).toEqual(walked);
      }
    }
    expect(await c.find({ room: 3, seq: { $gt: 10, $lte: 20 } }).count()).toBe(10);
  });

  it.each<[string, Document, Document, number, number]>([
    ['a point read', { _id: 5 }, {}, 0, 1],
    ['a unique key', { room: 3, seq: 7 }, {}, 0, 1],
    ['a page from the end of a room', { room: 3 }, { seq: -1 }, 20, 20],
    // An excluded bound is looked at, and left out.
    ['a page before an anchor', { room: 3, seq: { $lt: 400 } }, { seq: -1 }, 20, 21],
    ['a page after an anchor', { room: 3, seq: { $gt: 400 } }, { seq: 1 }, 20, 21],
    ['a range', { room: 3, seq: { $gte: 100, $lt: 110 } }, {}, 0, 11],
    ['a missing room', { room: 99 }, { seq: 1 }, 0, 0],
    ['a field without an index', { author: 'u1', seq: 7 }, {}, 0, ROOMS * PER_ROOM],
  ])('looks at as few documents as %s needs', async (_, filter, sort, limit, documents) => {
    const { executionStats } = await c.find(filter).sort(sort).limit(limit).explain('executionStats');
    expect(executionStats.totalDocsExamined).toBe(documents);
  });
});
