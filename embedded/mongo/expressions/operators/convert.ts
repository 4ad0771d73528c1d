// Conversions between types, and what type a value is.
import { Decimal128, Double, Long, ObjectId } from 'bson';
import { CommandError, location } from '../../errors.js';
import { toDecimal, wholeNumber } from '../../values/arithmetic.js';
import { exactOf, isNumber, isTruthy, kindOf, toNumber } from '../../values/numbers.js';
import { typeName } from '../../values/type-names.js';
import type { Value } from '../../values/types.js';
import { isMissing, namedArguments, type Operator, type OperatorTable, positional } from '../operator.js';

const failed = (value: Value, to: string): CommandError =>
  new CommandError(241, 'ConversionFailure', `Unsupported conversion from ${typeName(value)} to ${to} in $convert`);

/** A scalar as text; documents, arrays and binary data have none. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  throw failed(value, 'string');
}

function wholeFrom(value: Value, kind: 'int' | 'long'): Value {
  if (typeof value === 'boolean') return kind === 'int' ? Number(value) : Long.fromNumber(Number(value));
  if (value instanceof Date && kind === 'long') return Long.fromNumber(value.getTime());
  let digits: bigint;
  if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value)) throw failed(value, kind);
    digits = BigInt(value);
  } else if (isNumber(value)) {
    if (!Number.isFinite(toNumber(value))) throw failed(value, kind);
    const { digits: units, exponent } = exactOf(value);
    digits = exponent >= 0 ? units * 10n ** BigInt(exponent) : units / 10n ** BigInt(-exponent);
  } else throw failed(value, kind);
  const result = wholeNumber(digits, kind);
  if (result === undefined || (kind === 'int' && result instanceof Long)) {
    throw new CommandError(241, 'ConversionFailure', `Conversion would overflow target type ${kind} in $convert`);
  }
  return result;
}

function toDouble(value: Value): Value {
  if (typeof value === 'boolean') return new Double(Number(value));
  if (value instanceof Date) return new Double(value.getTime());
  const n = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (isNumber(value)) return new Double(toNumber(value));
  if (Number.isNaN(n)) throw failed(value, 'double');
  return new Double(n);
}

function decimalFromValue(value: Value): Value {
  if (isNumber(value)) return toDecimal(value);
  if (typeof value === 'boolean') return toDecimal(Number(value));
  if (typeof value !== 'string') throw failed(value, 'decimal');
  try {
    return Decimal128.fromString(value);
  } catch {
    throw failed(value, 'decimal');
  }
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  const milliseconds = typeof value === 'string' ? Date.parse(value) : isNumber(value) ? toNumber(value) : Number.NaN;
  if (Number.isNaN(milliseconds) || (isNumber(value) && kindOf(value) === 'int')) throw failed(value, 'date');
  return new Date(milliseconds);
}

function toObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string' || !/^[0-9a-fA-F]{24}$/.test(value)) throw failed(value, 'objectId');
  return new ObjectId(value);
}

const CONVERSIONS: Readonly<Record<string, (value: Value) => Value>> = {
  int: (value) => wholeFrom(value, 'int'),
  long: (value) => wholeFrom(value, 'long'),
  double: toDouble,
  decimal: decimalFromValue,
  string: textOf,
  bool: (value) => (isNumber(value) || typeof value === 'boolean' ? isTruthy(value) : true),
  date: toDate,
  objectId: toObjectId,
};

const to = (type: string): Operator =>
  positional(1, 1, (value) => (isMissing(value) ? null : CONVERSIONS[type]!(value)));

const convert: Operator = (argument, compile, name) => {
  const fields = namedArguments(argument, compile, name, ['input', 'to'], ['onError', 'onNull']);
  return (scope) => {
    const value = fields['input']!(scope);
    if (isMissing(value)) return fields['onNull']?.(scope) ?? null;
    const type = fields['to']!(scope);
    const conversion = typeof type === 'string' && Object.hasOwn(CONVERSIONS, type) ? CONVERSIONS[type] : undefined;
    if (!conversion) throw location(40485, `$convert to this type is not supported here: ${String(type)}`);
    try {
      return conversion(value);
    } catch (error) {
      if (fields['onError'] && error instanceof CommandError) return fields['onError'](scope);
      throw error;
    }
  };
};

export const convertOperators: OperatorTable = {
  $type: positional(1, 1, (value) => typeName(value)),
  $isNumber: positional(1, 1, (value): Value => isNumber(value)),
  $toInt: to('int'),
  $toLong: to('long'),
  $toDouble: to('double'),
  $toDecimal: to('decimal'),
  $toString: to('string'),
  $toBool: to('bool'),
  $toDate: to('date'),
  $toObjectId: to('objectId'),
  $convert: convert,
};
