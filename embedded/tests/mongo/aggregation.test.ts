// Aggregation pipelines: stages and what they answer.
import type { Document } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
const orders = () => lab.client.db().collection<{ _id: number } & Document>('orders');
const run = (...pipeline: Document[]) => orders().aggregate(pipeline).toArray();

beforeAll(async () => {
  await orders().insertMany([
    {
      _id: 1,
      who: 'ann',
      total: 10,
      items: [
        { sku: 'a', qty: 2 },
        { sku: 'b', qty: 1 },
      ],
      at: new Date('2026-01-05T10:30:00Z'),
    },
    { _id: 2, who: 'bob', total: 20, items: [{ sku: 'a', qty: 5 }], at: new Date('2026-01-20T23:59:59Z') },
    { _id: 3, who: 'ann', total: 30, items: [], at: new Date('2026-02-01T00:00:00Z') },
    { _id: 4, who: 'cyd', total: 40, at: new Date('2026-03-01T12:00:00Z') },
  ]);
  await lab.client
    .db()
    .collection<{ _id: string } & Document>('people')
    .insertMany([
      { _id: 'ann', name: 'Ann', boss: 'cyd' },
      { _id: 'bob', name: 'Bob', boss: 'ann' },
      { _id: 'cyd', name: 'Cyd' },
    ]);
});

describe('stages', () => {
  it('$group totals, $sort, $skip and $limit', async () => {
    const group = {
      _id: '$who',
      n: { $sum: 1 },
      sum: { $sum: '$total' },
      avg: { $avg: '$total' },
      least: { $min: '$total' },
      ids: { $push: '$_id' },
      first: { $first: '$_id' },
      last: { $last: '$_id' },
    };
    expect(await run({ $sort: { _id: 1 } }, { $group: group }, { $sort: { sum: -1, _id: 1 } }, { $limit: 2 })).toEqual([
      { _id: 'ann', n: 2, sum: 40, avg: 20, least: 10, ids: [1, 3], first: 1, last: 3 },
      { _id: 'cyd', n: 1, sum: 40, avg: 40, least: 40, ids: [4], first: 4, last: 4 },
    ]);
    expect(
      await run(
        { $group: { _id: null, who: { $addToSet: '$who' }, n: { $count: {} } } },
        { $set: { who: { $size: '$who' } } },
      ),
    ).toEqual([{ _id: null, who: 3, n: 4 }]);
    expect(await run({ $sort: { _id: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } })).toEqual([
      { _id: 2 },
      { _id: 3 },
    ]);
  });

  it('$unwind, with and without empty arrays', async () => {
    expect(
      await run({ $unwind: '$items' }, { $project: { sku: '$items.sku' } }, { $sort: { _id: 1, sku: 1 } }),
    ).toEqual([
      { _id: 1, sku: 'a' },
      { _id: 1, sku: 'b' },
      { _id: 2, sku: 'a' },
    ]);
    const unwind = { path: '$items', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true };
    expect(await run({ $sort: { _id: 1 } }, { $unwind: unwind }, { $project: { i: 1, items: 1 } })).toEqual([
      { _id: 1, items: { sku: 'a', qty: 2 }, i: 0 },
      { _id: 1, items: { sku: 'b', qty: 1 }, i: 1 },
      { _id: 2, items: { sku: 'a', qty: 5 }, i: 0 },
      { _id: 3, i: null },
      { _id: 4, i: null },
    ]);
  });

  it('$lookup by field, by pipeline, and by both', async () => {
    const byField = { from: 'people', localField: 'who', foreignField: '_id', as: 'person' };
    expect(
      await run(
        { $match: { _id: 2 } },
        { $lookup: byField },
        { $unwind: '$person' },
        { $project: { name: '$person.name' } },
      ),
    ).toEqual([{ _id: 2, name: 'Bob' }]);
    const byPipeline = {
      from: 'people',
      let: { who: '$who' },
      pipeline: [{ $match: { $expr: { $ne: ['$_id', '$$who'] } } }, { $sort: { _id: 1 } }, { $project: { _id: 1 } }],
      as: 'others',
    };
    expect(await run({ $match: { _id: 1 } }, { $lookup: byPipeline }, { $project: { others: 1 } })).toEqual([
      { _id: 1, others: [{ _id: 'bob' }, { _id: 'cyd' }] },
    ]);
    const both = { ...byField, let: { t: '$total' }, pipeline: [{ $project: { _id: 0, paid: '$$t' } }] };
    expect(
      await run({ $match: { who: 'ann' } }, { $sort: { _id: 1 } }, { $lookup: both }, { $project: { person: 1 } }),
    ).toEqual([
      { _id: 1, person: [{ paid: 10 }] },
      { _id: 3, person: [{ paid: 30 }] },
    ]);
  });

  it('$graphLookup follows references', async () => {
    const people = lab.client.db().collection<{ _id: string }>('people');
    const spec = {
      from: 'people',
      startWith: '$boss',
      connectFromField: 'boss',
      connectToField: '_id',
      as: 'bosses',
      depthField: 'd',
    };
    const [bob] = await people.aggregate([{ $match: { _id: 'bob' } }, { $graphLookup: spec }]).toArray();
    expect(bob!['bosses'].map(({ _id, d }: Document) => [_id, Number(d)])).toEqual([
      ['ann', 0],
      ['cyd', 1],
    ]);
  });

  it('$facet, $count, $sortByCount and $bucket', async () => {
    const facets = {
      count: [{ $count: 'n' }],
      top: [{ $sort: { total: -1 } }, { $limit: 1 }, { $project: { total: 1 } }],
      buckets: [{ $bucket: { groupBy: '$total', boundaries: [0, 15, 35], default: 'more' } }],
      names: [{ $sortByCount: '$who' }, { $limit: 1 }],
      none: [{ $match: { total: 99 } }, { $count: 'n' }],
    };
    expect(await run({ $facet: facets })).toEqual([
      {
        count: [{ n: 4 }],
        top: [{ _id: 4, total: 40 }],
        buckets: [
          { _id: 0, count: 1 },
          { _id: 15, count: 2 },
          { _id: 'more', count: 1 },
        ],
        names: [{ _id: 'ann', count: 2 }],
        none: [],
      },
    ]);
  });

  it('$addFields, $unset, $replaceRoot and $unionWith', async () => {
    expect(
      await run(
        { $match: { _id: { $lte: 2 } } },
        { $addFields: { 'meta.double': { $multiply: ['$total', 2] }, 'items.seen': true } },
        { $unset: ['at', 'who', 'total', 'items.qty'] },
        { $sort: { _id: 1 } },
      ),
    ).toEqual([
      {
        _id: 1,
        items: [
          { sku: 'a', seen: true },
          { sku: 'b', seen: true },
        ],
        meta: { double: 20 },
      },
      { _id: 2, items: [{ sku: 'a', seen: true }], meta: { double: 40 } },
    ]);
    const union = [
      { $match: { _id: 1 } },
      { $replaceRoot: { newRoot: { k: '$who' } } },
      { $unionWith: 'people' },
      { $count: 'n' },
    ];
    expect(await run(...union)).toEqual([{ n: 4 }]);
    expect(await orders().findOne({ _id: 1 })).not.toHaveProperty('meta');
  });

  it('$out and $merge write collections', async () => {
    const out = lab.client.db().collection<{ _id: string } & Document>('per_person');
    await run({ $group: { _id: '$who', sum: { $sum: '$total' } } }, { $out: 'per_person' });
    expect(await out.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'ann', sum: 40 },
      { _id: 'bob', sum: 20 },
      { _id: 'cyd', sum: 40 },
    ]);
    await run(
      { $match: { who: 'ann' } },
      { $group: { _id: '$who', n: { $sum: 1 } } },
      { $merge: { into: 'per_person' } },
    );
    expect(await out.findOne({ _id: 'ann' })).toEqual({ _id: 'ann', sum: 40, n: 2 });
    await lab.restart();
    expect(await lab.client.db().collection('per_person').countDocuments()).toBe(3);
  });

  it('reads a transaction’s own writes', async () => {
    await lab.client.withSession(async (session) => {
      session.startTransaction();
      await orders().insertOne({ _id: 9, who: 'dan', total: 1 }, { session });
      expect(
        await orders()
          .aggregate([{ $match: { who: 'dan' } }, { $count: 'n' }], { session })
          .toArray(),
      ).toEqual([{ n: 1 }]);
      await session.abortTransaction();
    });
    expect(await run({ $match: { who: 'dan' } })).toEqual([]);
  });
});

describe('expressions', () => {
  const at = new Date('2026-03-29T14:05:06.789Z');
  const given = { n: 7, d: 2.5, s: 'Héllo', list: [3, 1, 2], sub: { a: 1 }, at, nothing: null };

  it.each<[Document, unknown]>([
    [{ $add: ['$n', 1, '$d'] }, 10.5],
    [{ $add: ['$at', 1000] }, new Date(at.getTime() + 1000)],
    [{ $subtract: ['$n', '$d'] }, 4.5],
    [{ $divide: ['$n', 2] }, 3.5],
    [{ $mod: ['$n', 4] }, 3],
    [{ $round: [2.5, 0] }, 2],
    [{ $trunc: [-2.7] }, -2],
    [{ $abs: -3 }, 3],
    [{ $pow: ['$n', 2] }, 49],
    [{ $add: ['$n', '$nothing'] }, null],
    [{ $cond: [{ $gte: ['$n', 7] }, 'yes', 'no'] }, 'yes'],
    // biome-ignore lint/suspicious/noThenProperty: the argument of $switch has this name
    [{ $switch: { branches: [{ case: { $lt: ['$n', 5] }, then: 1 }], default: 2 } }, 2],
    [{ $ifNull: ['$nothing', '$missing', 'x'] }, 'x'],
    [{ $and: ['$n', { $not: ['$nothing'] }] }, true],
    [{ $concat: ['$s', '!'] }, 'Héllo!'],
    [{ $concat: ['$s', '$nothing'] }, null],
    [{ $toUpper: '$s' }, 'HÉLLO'],
    [{ $substrCP: ['$s', 1, 2] }, 'él'],
    [{ $strLenCP: '$s' }, 5],
    [{ $strLenBytes: '$s' }, 6],
    [{ $split: ['a,b', ','] }, ['a', 'b']],
    [{ $trim: { input: '  x ' } }, 'x'],
    [{ $replaceAll: { input: 'a.b.c', find: '.', replacement: '-' } }, 'a-b-c'],
    [{ $regexMatch: { input: '$s', regex: '^h', options: 'i' } }, true],
    [{ $regexFind: { input: 'a12b', regex: '[0-9]+' } }, { match: '12', idx: 1, captures: [] }],
    [{ $size: '$list' }, 3],
    [{ $arrayElemAt: ['$list', -1] }, 2],
    [{ $slice: ['$list', 1, 2] }, [1, 2]],
    [{ $in: [2, '$list'] }, true],
    [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]],
    [{ $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } }, [3, 2]],
    [{ $map: { input: '$list', in: { $multiply: ['$$this', '$n'] } } }, [21, 7, 14]],
    [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [{ $sortArray: { input: '$list', sortBy: 1 } }, [1, 2, 3]],
    [{ $range: [0, 5, 2] }, [0, 2, 4]],
    [
      {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
      [1, 2, 3],
    ],
    [{ $setIsSubset: [[1], '$list'] }, true],
    [{ $max: '$list' }, 3],
    [{ $sum: ['$n', '$d'] }, 9.5],
    [{ $mergeObjects: ['$sub', { b: 2 }] }, { a: 1, b: 2 }],
    [{ $objectToArray: '$sub' }, [{ k: 'a', v: 1 }]],
    [{ $arrayToObject: [[['k', 'v']]] }, { k: 'v' }],
    [{ $let: { vars: { x: '$n' }, in: { $add: ['$$x', '$$ROOT.n'] } } }, 14],
    [{ $literal: '$n' }, '$n'],
    [{ $type: '$at' }, 'date'],
    [{ $toInt: '12' }, 12],
    [{ $toString: '$n' }, '7'],
    [{ $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
    [{ $year: '$at' }, 2026],
    [{ $dayOfWeek: '$at' }, 1],
    [{ $hour: { date: '$at', timezone: 'Europe/Paris' } }, 16],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%dT%H:%M' } }, '2026-03-29T14:05'],
    [{ $dateTrunc: { date: '$at', unit: 'day' } }, new Date('2026-03-29T00:00:00Z')],
    [{ $dateAdd: { startDate: '$at', unit: 'day', amount: 2 } }, new Date('2026-03-31T14:05:06.789Z')],
    [{ $dateDiff: { startDate: '$at', endDate: { $add: ['$at', 86_400_000] }, unit: 'hour' } }, 24],
    [{ $cmp: ['$n', '$d'] }, 1],
    [{ $eq: ['$missing', null] }, false],
  ])('%j', async (expression, expected) => {
    const c = lab.client.db().collection('given');
    await c.replaceOne({}, given, { upsert: true });
    const [result] = await c.aggregate([{ $project: { _id: 0, result: expression } }]).toArray();
    expect(result).toEqual({ result: expected });
  });
});
