// The four number types of BSON: which one a value is, its exact worth, and how two of them compare.
import { Decimal128, Double, Int32, Long } from 'bson';
import type { Value } from './types.js';

export type NumberValue = number | Int32 | Double | Long | Decimal128;
export type NumberKind = 'int' | 'long' | 'double' | 'decimal';

export const isNumber = (value: Value): value is NumberValue =>
  typeof value === 'number' ||
  value instanceof Int32 ||
  value instanceof Double ||
  (value instanceof Long && value._bsontype === 'Long') ||
  value instanceof Decimal128;

export const isInt32 = (n: number): boolean =>
  Number.isInteger(n) && n >= -0x80000000 && n <= 0x7fffffff && !Object.is(n, -0);

export function kindOf(value: NumberValue): NumberKind {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (value instanceof Int32) return 'int';
  if (value instanceof Double) return 'double';
  return value instanceof Long ? 'long' : 'decimal';
}

/** The nearest JavaScript number. */
export function toNumber(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return value.value;
}

/** A whole number read from a command's option, or the fallback when it is absent or not a number. */
export const readNumber = (value: Value, fallback: number): number => (isNumber(value) ? toNumber(value) : fallback);

/** Truth as MongoDB sees it: false, null, missing and every zero are false. */
export const isTruthy = (value: Value): boolean =>
  isNumber(value) ? toNumber(value) !== 0 : value !== undefined && value !== null && value !== false;

/** `digits` times ten to the power of `exponent`. */
export interface Exact {
  digits: bigint;
  exponent: number;
}

export function parseDecimal(text: string): Exact {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!parts) throw new RangeError(`not a finite decimal: ${text}`);
  const fraction = parts[3] ?? '';
  const digits = BigInt(`${parts[2]}${fraction}` || '0');
  return { digits: parts[1] === '-' ? -digits : digits, exponent: Number(parts[4] ?? 0) - fraction.length };
}

/** The exact worth of a finite double: mantissa * 2^e, and 2^-n = 5^n * 10^-n. */
export function exactDouble(n: number): Exact {
  let exponent = 0;
  let mantissa = n;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return { digits: BigInt(mantissa) * 5n ** BigInt(exponent), exponent: -exponent };
}

export function exactOf(value: NumberValue): Exact {
  if (value instanceof Long) return { digits: value.toBigInt(), exponent: 0 };
  if (value instanceof Decimal128) return parseDecimal(value.toString());
  return exactDouble(toNumber(value));
}

/** Both amounts at the same power of ten. */
export function align(a: Exact, b: Exact): { a: bigint; b: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  return {
    a: a.digits * 10n ** BigInt(a.exponent - exponent),
    b: b.digits * 10n ** BigInt(b.exponent - exponent),
    exponent,
  };
}

const order = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compares by worth across types; NaN is below every number. Exact when the nearest doubles are the same. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = toNumber(a);
  const y = toNumber(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
  const wide = (v: NumberValue) => v instanceof Long || v instanceof Decimal128;
  if (x !== y || (!wide(a) && !wide(b))) return order(x, y);
  if (!Number.isFinite(x)) return finiteTextOrder(a, b);
  const same = align(exactOf(a), exactOf(b));
  return order(same.a, same.b);
}

/** Both are beyond a double's range or infinite: decimals such as 1E+400 still have an order. */
function finiteTextOrder(a: NumberValue, b: NumberValue): number {
  const infinite = (v: NumberValue) => !(v instanceof Decimal128) || v.toString().includes('Infinity');
  if (infinite(a) && infinite(b)) return 0;
  const sign = toNumber(a) > 0 ? 1 : -1;
  if (infinite(a)) return sign;
  if (infinite(b)) return -sign;
  const same = align(exactOf(a), exactOf(b));
  return order(same.a, same.b);
}
