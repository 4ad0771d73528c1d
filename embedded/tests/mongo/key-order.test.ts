// Index keys sort as values compare, whatever the values; the sorted map behaves like a sorted list.

import { OrderedKeys } from '@mosaic/embedded/mongo/store/ordered-keys';
import { invertKey, keyString } from '@mosaic/embedded/mongo/values/key-string';
import { compareValues } from '@mosaic/embedded/mongo/values/order';
import type { Value } from '@mosaic/embedded/mongo/values/types';
import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const numbers: fc.Arbitrary<Value> = fc.oneof(
  fc.integer().map((n) => new Int32(n | 0)),
  fc.double().map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.constantFrom(-1n, 0n, 1n, 2n).map((n) => Long.fromBigInt(2n ** 53n + n)),
  fc.tuple(fc.integer(), fc.integer({ min: -400, max: 400 })).map(([n, e]) => Decimal128.fromString(`${n}E${e}`)),
  fc
    .constantFrom('0.1', '0.10', '12.30', '-0', 'Infinity', '-Infinity', 'NaN', '1E6000', '1E-6000')
    .map((text) => Decimal128.fromString(text)),
  fc.constantFrom(0, -0, 0.1, 12.3, Number.NaN, Number.MAX_VALUE, Number.POSITIVE_INFINITY).map((n) => new Double(n)),
);

const scalars: fc.Arbitrary<Value> = fc.oneof(
  numbers,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', '\x01', 'a', 'a\0', 'a\x01b', '\uffff', '😀', '\ue000'),
  fc.boolean(),
  fc.constantFrom(null, undefined, new MinKey(), new MaxKey()),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes)),
);

const values = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '', 'ab'), tie('value')), { maxLength: 2 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

const sign = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('key strings', () => {
  it('sort exactly as the values do', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(sign(keyString(a), keyString(b))).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('compare numbers of all types exactly', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(sign(keyString(a), keyString(b))).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('are no prefixes of each other, and sort the other way round when inverted', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [x, y] = [keyString(a), keyString(b)];
        if (x !== y) expect(x.startsWith(y)).toBe(false);
        expect(sign(invertKey(x), invertKey(y))).toBe(sign(y, x));
      }),
      { numRuns: 1000 },
    );
  });

  it('sort strings as their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sign(keyString(a), keyString(b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe('the sorted map', () => {
  it('holds what a sorted list would hold, after any sets and deletes', () => {
    const operation = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2000 }));
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 3000, size: 'max' }),
        fc.integer({ min: 0, max: 2000 }),
        (operations, from) => {
          const tree = new OrderedKeys<number>();
          const model = new Map<string, number>();
          for (const [add, n] of operations) {
            const key = String(n).padStart(4, '0');
            if (add) tree.set(key, n);
            else tree.delete(key);
            if (add) model.set(key, n);
            else model.delete(key);
          }
          const sorted = [...model].sort(([a], [b]) => (a < b ? -1 : 1));
          const start = String(from).padStart(4, '0');
          expect(tree.size).toBe(sorted.length);
          expect([...tree.ascending(start)]).toEqual(sorted.filter(([key]) => key >= start));
          expect([...tree.descending(start)]).toEqual(sorted.filter(([key]) => key < start).reverse());
        },
      ),
      { numRuns: 30 },
    );
  });
});
