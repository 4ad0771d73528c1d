// What filters match, as the MongoDB manual describes it: a table of filters and the ids that they find.
import { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();
const oid = new ObjectId('0123456789abcdef01234567');

const documents = [
  { _id: 1, n: 5, s: 'apple', tags: ['x', 'y'], sub: { a: 1, b: 2 }, at: new Date(1000) },
  {
    _id: 2,
    n: Long.fromNumber(5),
    s: 'Banana',
    tags: ['y'],
    items: [
      { k: 1, v: 'a' },
      { k: 2, v: 'b' },
    ],
  },
  { _id: 3, n: new Double(5.5), s: null, items: [{ k: 1, v: 'b' }, { k: 3 }] },
  { _id: 4, n: Decimal128.fromString('12.30'), sub: { b: 2, a: 1 }, tags: [] },
  { _id: 5, n: [1, 20], ref: oid, bin: new Binary(Buffer.from([0xff])) },
  { _id: 6, bin: new Binary(Buffer.from([0xfe])), flag: true, nan: Number.NaN, deep: [[1, 2], [3]] },
  { _id: 7, bits: 0b1010, ts: new Timestamp({ t: 5, i: 1 }), big: 9007199254740993n },
];

const all = [1, 2, 3, 4, 5, 6, 7];
const cases: [string, object, number[]][] = [
  ['equality crosses number types', { n: 5 }, [1, 2]],
  ['a long is not rounded', { big: 9007199254740993n }, [7]],
  ['a neighbour of a long does not match', { big: 9007199254740992n }, []],
  ['ranges compare decimals by worth', { n: { $gt: Decimal128.fromString('9.5') } }, [4, 5]],
  ['ranges stay within a type', { s: { $gt: 1 } }, []],
  ['a range over an array needs one element per bound', { n: { $gt: 15, $lt: 2 } }, [5]],
  ['$elemMatch needs one element for all bounds', { n: { $elemMatch: { $gt: 15, $lt: 2 } } }, []],
  ['null finds null and missing', { s: null }, [3, 4, 5, 6, 7]],
  ['$in with null finds missing', { s: { $in: [null, 'apple'] } }, [1, 3, 4, 5, 6, 7]],
  ['$ne', { s: { $ne: 'apple' } }, [2, 3, 4, 5, 6, 7]],
  ['$nin', { s: { $nin: ['apple', null] } }, [2]],
  ['documents compare with their field order', { sub: { a: 1, b: 2 } }, [1]],
  ['dotted paths ignore the order', { 'sub.a': 1, 'sub.b': 2 }, [1, 4]],
  ['array elements are found', { tags: 'y' }, [1, 2]],
  ['a whole array is found', { tags: ['x', 'y'] }, [1]],
  ['array positions', { 'tags.0': 'y' }, [2]],
  ['$size', { tags: { $size: 0 } }, [4]],
  ['$all', { tags: { $all: ['x', 'y'] } }, [1]],
  ['paths through arrays may mix elements', { 'items.k': 1, 'items.v': 'b' }, [2, 3]],
  ['$elemMatch does not mix elements', { items: { $elemMatch: { k: 1, v: 'b' } } }, [3]],
  ['a path is null when an element lacks it', { 'items.v': null }, [1, 3, 4, 5, 6, 7]],
  ['$exists true', { flag: { $exists: true } }, [6]],
  ['$exists false', { n: { $exists: false } }, [6, 7]],
  ['$exists counts null as there', { s: { $exists: true } }, [1, 2, 3]],
  ['$type by name', { n: { $type: 'long' } }, [2]],
  ['$type number', { n: { $type: 'number' } }, [1, 2, 3, 4, 5]],
  ['$type list', { n: { $type: ['double', 'decimal'] } }, [3, 4]],
  ['object ids', { ref: oid }, [5]],
  ['binary data', { bin: new Binary(Buffer.from([0xfe])) }, [6]],
  ['dates', { at: { $lte: new Date(1000) } }, [1]],
  ['NaN equals NaN', { nan: Number.NaN }, [6]],
  ['nested arrays are elements', { deep: [1, 2] }, [6]],
  ['nested arrays are not opened twice', { deep: 1 }, []],
  ['regular expressions', { s: /^b/i }, [2]],
  ['$regex with options', { s: { $regex: 'APP', $options: 'i' } }, [1]],
  ['$in with a regular expression', { s: { $in: [/le$/, 'Banana'] } }, [1, 2]],
  ['$not', { n: { $not: { $gte: 5 } } }, [6, 7]],
  ['$and', { $and: [{ n: 5 }, { tags: 'x' }] }, [1]],
  ['$or', { $or: [{ flag: true }, { 'sub.a': 1 }] }, [1, 4, 6]],
  ['$nor', { $nor: [{ n: 5 }, { flag: true }] }, [3, 4, 5, 7]],
  ['$mod', { n: { $mod: [5, 0] } }, [1, 2, 3, 5]],
  ['$bitsAllSet', { bits: { $bitsAllSet: [1, 3] } }, [7]],
  ['$bits of a long beyond 2^53', { big: { $bitsAllSet: [0, 53] } }, [7]],
  ['$bitsAnyClear', { bits: { $bitsAnyClear: 2 } }, []],
  ['$expr', { $expr: { $gt: [{ $size: { $ifNull: ['$items', []] } }, 1] } }, [2, 3]],
  ['$comment changes nothing', { $comment: 'why' }, all],
  ['the empty filter', {}, all],
];

describe('filters', () => {
  beforeAll(async () => {
    await lab.client.db().collection<{ _id: number }>('queries').insertMany(documents);
    const indexed = lab.client.db().collection<{ _id: number }>('indexed');
    await indexed.insertMany(documents);
    await indexed.createIndexes(
      ['n', 's', 'tags', 'sub', 'items.k', 'bin', 'big'].map((name) => ({ key: { [name]: 1 } })),
    );
    await indexed.createIndex({ at: -1, n: -1 });
  });

  it.each(cases)('%s', async (_, filter, ids) => {
    for (const name of ['queries', 'indexed']) {
      const found = await lab.client.db().collection<{ _id: number }>(name).find(filter).sort({ _id: 1 }).toArray();
      expect(
        found.map(({ _id }) => _id),
        name,
      ).toEqual(ids);
    }
  });

  it('sorts across types in MongoDB order, by the element that matters in arrays', async () => {
    const c = lab.client.db().collection<{ _id: number }>('mixed');
    await c.insertMany([
      { _id: 1, v: 'text' },
      { _id: 2, v: 10 },
      { _id: 3, v: null },
      { _id: 4, v: { a: 1 } },
      { _id: 5, v: [7, 30] },
      { _id: 6, v: true },
      { _id: 7, v: new Date(5) },
      { _id: 8 },
      { _id: 9, v: new Int32(8) },
    ] as never);
    const ids = async (sort: Record<string, 1 | -1>) => (await c.find().sort(sort).toArray()).map(({ _id }) => _id);
    expect(await ids({ v: 1, _id: 1 })).toEqual([3, 8, 5, 9, 2, 1, 4, 6, 7]);
    expect(await ids({ v: -1, _id: 1 })).toEqual([7, 6, 4, 1, 5, 2, 9, 3, 8]);
    await c.createIndex({ v: 1 });
    expect(await ids({ v: 1, _id: 1 })).toEqual([3, 8, 5, 9, 2, 1, 4, 6, 7]);
  });

  it('projects by inclusion, exclusion, slices, matched elements and expressions', async () => {
    const c = lab.client.db().collection<{ _id: number }>('queries');
    const one = (_id: number, projection: object) => c.findOne({ _id }, { projection });
    expect(await one(1, { s: 1 })).toEqual({ _id: 1, s: 'apple' });
    expect(await one(1, { s: 1, 'sub.b': 1, _id: 0 })).toEqual({ s: 'apple', sub: { b: 2 } });
    expect(await one(2, { n: 0, 'items.v': 0, tags: 0 })).toEqual({ _id: 2, s: 'Banana', items: [{ k: 1 }, { k: 2 }] });
    expect(await one(2, { items: { $slice: -1 }, n: 0, s: 0, tags: 0 })).toEqual({ _id: 2, items: [{ k: 2, v: 'b' }] });
    expect(await one(2, { items: { $elemMatch: { v: 'b' } } })).toEqual({ _id: 2, items: [{ k: 2, v: 'b' }] });
    expect(await c.findOne({ _id: 2, 'items.k': 2 }, { projection: { 'items.$': 1 } })).toEqual({
      _id: 2,
      items: [{ k: 2, v: 'b' }],
    });
    expect(await one(1, { up: { $toUpper: '$s' } })).toEqual({ _id: 1, up: 'APPLE' });
    await expect(one(1, { a: 1, b: 0 })).rejects.toMatchObject({ code: 31254 });
  });

  it('walks in natural order, both ways', async () => {
    const c = lab.client.db().collection<{ _id: number }>('natural');
    for (const _id of [3, 1, 2]) await c.insertOne({ _id });
    const ids = async (order: 1 | -1) => (await c.find().hint({ $natural: order }).toArray()).map(({ _id }) => _id);
    expect([await ids(1), await ids(-1)]).toEqual([
      [3, 1, 2],
      [2, 1, 3],
    ]);
  });

  it('counts and lists distinct values', async () => {
    const c = lab.client.db().collection('queries');
    expect(await c.countDocuments({ n: { $gte: 5 } })).toBe(5);
    expect(await c.estimatedDocumentCount()).toBe(7);
    expect(await c.distinct('tags')).toEqual(['x', 'y']);
    expect(await c.distinct('items.k', { 'items.v': 'b' })).toEqual([1, 2, 3]);
  });
});
