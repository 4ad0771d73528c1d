// Numbers keep the BSON type they were sent with, through every kind of update and a restart.
import { Decimal128, Double, Int32, Long } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';

const lab = useMongo();

/** Values as "type:text", read without the driver turning them into JavaScript numbers. */
async function typed(name: string) {
  const document = await lab.client.db().collection(name).findOne({}, { promoteValues: false, promoteLongs: false });
  const { _id, ...fields } = document!;
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      `${(value as { _bsontype: string })._bsontype}:${String(value)}`,
    ]),
  );
}

const numbers = {
  int: new Int32(7),
  long: Long.fromNumber(7),
  double: new Double(7),
  decimal: Decimal128.fromString('7.00'),
};
const stored = { int: 'Int32:7', long: 'Long:7', double: 'Double:7', decimal: 'Decimal128:7.00' };

describe('number types', () => {
  it('survive insert, an update of another field, replace and restart', async () => {
    await lab.client
      .db()
      .collection('kinds')
      .insertOne({ ...numbers });
    expect(await typed('kinds')).toEqual(stored);
    await lab.client
      .db()
      .collection('kinds')
      .updateOne({}, { $set: { other: new Int32(1) } });
    expect(await typed('kinds')).toEqual({ ...stored, other: 'Int32:1' });
    await lab.client
      .db()
      .collection('kinds')
      .replaceOne({}, { ...numbers });
    await lab.restart();
    expect(await typed('kinds')).toEqual(stored);
    await lab.client
      .db()
      .collection('kinds')
      .updateOne({}, [{ $set: { copy: '$double' } }]);
    expect(await typed('kinds')).toEqual({ ...stored, copy: 'Double:7' });
  });

  it.each([
    ['int + int', new Int32(1), new Int32(2), 'Int32:3'],
    ['int + long', new Int32(1), Long.fromNumber(2), 'Long:3'],
    ['int + double', new Int32(1), new Double(2), 'Double:3'],
    ['double + int', new Double(0.5), new Int32(2), 'Double:2.5'],
    ['long + double', Long.fromNumber(1), new Double(0.5), 'Double:1.5'],
    ['decimal + int', Decimal128.fromString('0.10'), new Int32(1), 'Decimal128:1.10'],
    ['decimal + double', Decimal128.fromString('1'), new Double(0.1), 'Decimal128:1.100000000000000'],
    ['int that outgrows 32 bits', new Int32(2147483647), new Int32(1), 'Long:2147483648'],
    ['long beyond 2^53', Long.fromString('9007199254740993'), new Int32(2), 'Long:9007199254740995'],
  ])('$inc: %s', async (_, start, by, result) => {
    const c = lab.client.db().collection('inc');
    await c.replaceOne({}, { n: start }, { upsert: true });
    await c.updateOne({}, { $inc: { n: by } });
    expect(await typed('inc')).toEqual({ n: result });
  });

  it.each([
    ['int * int', new Int32(6), new Int32(7), 'Int32:42'],
    ['int * int beyond 32 bits', new Int32(100_000), new Int32(100_000), 'Long:10000000000'],
    ['decimal * decimal', Decimal128.fromString('1.10'), Decimal128.fromString('3'), 'Decimal128:3.30'],
    ['long * double', Long.fromNumber(4), new Double(0.25), 'Double:1'],
  ])('$mul: %s', async (_, start, by, result) => {
    const c = lab.client.db().collection('mul');
    await c.replaceOne({}, { n: start }, { upsert: true });
    await c.updateOne({}, { $mul: { n: by } });
    expect(await typed('mul')).toEqual({ n: result });
  });

  it('refuses a long that would overflow, leaving it as it was', async () => {
    const c = lab.client.db().collection('overflow');
    await c.insertOne({ n: Long.MAX_VALUE });
    await expect(c.updateOne({}, { $inc: { n: 1 } })).rejects.toMatchObject({ code: 2 });
    expect(await typed('overflow')).toEqual({ n: 'Long:9223372036854775807' });
  });

  it('are kept and widened by aggregation', async () => {
    const c = lab.client.db().collection('totals');
    await c.insertMany([
      { g: 1, price: Decimal128.fromString('0.10'), n: 1, l: Long.fromNumber(1), d: new Double(1) },
      { g: 1, price: Decimal128.fromString('0.20'), n: 2, l: Long.fromNumber(2), d: new Double(2) },
    ]);
    const [result] = await c
      .aggregate(
        [
          {
            $group: {
              _id: null,
              price: { $sum: '$price' },
              n: { $sum: '$n' },
              l: { $sum: '$l' },
              d: { $sum: '$d' },
              average: { $avg: '$n' },
              greatest: { $max: '$price' },
            },
          },
          { $project: { _id: 0 } },
        ],
        { promoteValues: false, promoteLongs: false },
      )
      .toArray();
    const types = Object.entries(result!).map(([key, value]) => `${key} ${value._bsontype}:${value}`);
    expect(types).toEqual([
      'price Decimal128:0.30',
      'n Int32:3',
      'l Long:3',
      'd Double:3',
      'average Double:1.5',
      'greatest Decimal128:0.20',
    ]);
  });
});
