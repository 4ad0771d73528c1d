// Arithmetic that keeps number types as MongoDB does: int grows to long, anything with a double is a double,
// anything with a decimal is a decimal.
import { Decimal128, Double, Int32, Long } from 'bson';
import { align, type Exact, exactOf, isInt32, kindOf, type NumberKind, type NumberValue, toNumber } from './numbers.js';

export type Operation = 'add' | 'subtract' | 'multiply';

const RANK: Record<NumberKind, number> = { int: 0, long: 1, double: 2, decimal: 3 };
const widest = (a: NumberKind, b: NumberKind): NumberKind => (RANK[a] >= RANK[b] ? a : b);

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/** A whole number as the narrowest type of at least `kind`; undefined when it does not fit 64 bits. */
export function wholeNumber(n: bigint, kind: 'int' | 'long'): Int32 | Long | undefined {
  if (n < MIN_LONG || n > MAX_LONG) return undefined;
  return kind === 'int' && isInt32(Number(n)) ? new Int32(Number(n)) : Long.fromBigInt(n);
}

const isFiniteNumber = (value: NumberValue): boolean =>
  value instanceof Decimal128 ? !/Infinity|NaN/.test(value.toString()) : Number.isFinite(toNumber(value));

/** A double enters decimal arithmetic with 15 significant digits, as in MongoDB. */
export function toDecimal(value: NumberValue): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (kindOf(value) !== 'double') return Decimal128.fromString(exactOf(value).digits.toString());
  const n = toNumber(value);
  return Decimal128.fromString(Number.isFinite(n) ? n.toPrecision(15) : String(n));
}

export const decimalFrom = ({ digits, exponent }: Exact): Decimal128 =>
  Decimal128.fromStringWithRounding(`${digits}E${exponent}`);

function combineDecimals(operation: Operation, a: NumberValue, b: NumberValue): Decimal128 {
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) {
    return Decimal128.fromString(String(combineDoubles(operation, toNumber(a), toNumber(b))));
  }
  const x = exactOf(toDecimal(a));
  const y = exactOf(toDecimal(b));
  if (operation === 'multiply') return decimalFrom({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent });
  const same = align(x, y);
  return decimalFrom({ digits: operation === 'add' ? same.a + same.b : same.a - same.b, exponent: same.exponent });
}

function combineDoubles(operation: Operation, a: number, b: number): number {
  if (operation === 'add') return a + b;
  return operation === 'subtract' ? a - b : a * b;
}

function combineWholes(operation: Operation, a: bigint, b: bigint): bigint {
  if (operation === 'add') return a + b;
  return operation === 'subtract' ? a - b : a * b;
}

/** The result in the wider of both types; undefined when whole numbers leave 64 bits (the caller decides what then). */
export function combine(operation: Operation, a: NumberValue, b: NumberValue): NumberValue | undefined {
  const kind = widest(kindOf(a), kindOf(b));
  if (kind === 'decimal') return combineDecimals(operation, a, b);
  if (kind === 'double') return new Double(combineDoubles(operation, toNumber(a), toNumber(b)));
  return wholeNumber(combineWholes(operation, exactOf(a).digits, exactOf(b).digits), kind);
}

/** As `combine`, but whole numbers that leave 64 bits become a double: the rule of aggregation expressions. */
export const combineOrWiden = (operation: Operation, a: NumberValue, b: NumberValue): NumberValue =>
  combine(operation, a, b) ?? new Double(combineDoubles(operation, toNumber(a), toNumber(b)));

/** a / b: a decimal when one is, else a double. The caller refuses a zero divisor. */
export function divide(a: NumberValue, b: NumberValue): Double | Decimal128 {
  if (widest(kindOf(a), kindOf(b)) !== 'decimal') return new Double(toNumber(a) / toNumber(b));
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) return Decimal128.fromString(String(toNumber(a) / toNumber(b)));
  const x = exactOf(toDecimal(a));
  const y = exactOf(toDecimal(b));
  // 40 guard digits: the quotient is then rounded to the 34 that a Decimal128 holds.
  const guard = 40 + y.digits.toString().length;
  return trimZeros({ digits: (x.digits * 10n ** BigInt(guard)) / y.digits, exponent: x.exponent - y.exponent - guard });
}

function trimZeros({ digits, exponent }: Exact): Decimal128 {
  let d = digits;
  let e = exponent;
  while (d !== 0n && d % 10n === 0n && e < 0) {
    d /= 10n;
    e += 1;
  }
  return decimalFrom({ digits: d, exponent: d === 0n ? 0 : e });
}
