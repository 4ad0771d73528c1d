// $exists, $type, $size, $mod and the $bits family.
import { Binary, Long } from 'bson';
import { badValue } from '../errors.js';
import { isNumber, isTruthy, toNumber } from '../values/numbers.js';
import { bytesOf } from '../values/order.js';
import { readTypes, typeName } from '../values/type-names.js';
import type { Value } from '../values/types.js';
import type { FieldCondition } from './comparison.js';
import { anyAt, not, wholeAt } from './predicate.js';

function whole(operator: string, value: Value): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value))) throw badValue(`${operator} needs a whole number`);
  return toNumber(value);
}

const exists: FieldCondition = (path, wanted) => {
  const present = wholeAt(path, (value) => value !== undefined);
  return isTruthy(wanted) ? present : not(present);
};

const hasType: FieldCondition = (path, wanted) => {
  const types = readTypes(wanted);
  return anyAt(path, (value) => types.has(typeName(value)));
};

const size: FieldCondition = (path, wanted) => {
  const length = whole('$size', wanted);
  if (length < 0) throw badValue('$size may not be negative');
  return wholeAt(path, (value) => Array.isArray(value) && value.length === length);
};

const modulo: FieldCondition = (path, argument) => {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw badValue('malformed mod, needs to be [divisor, remainder]');
  const [divisor, remainder] = argument.map((part) => (isNumber(part) ? Math.trunc(toNumber(part)) : Number.NaN));
  if (Number.isNaN(divisor) || Number.isNaN(remainder)) throw badValue('malformed mod, needs numbers');
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return anyAt(path, (value) => isNumber(value) && Math.trunc(toNumber(value)) % divisor! === remainder);
};

/** Bit positions from a mask, a list of positions, or binary data (least significant byte first). */
function bitMask(operator: string, argument: Value): bigint {
  if (isNumber(argument) && Number.isInteger(toNumber(argument)) && toNumber(argument) >= 0) {
    return BigInt(argument.toString().split('.')[0]!);
  }
  if (argument instanceof Binary) return bitsOf(argument)!;
  if (!Array.isArray(argument)) throw badValue(`${operator} takes an Array, a number, or a BinData`);
  return argument.reduce<bigint>((mask, position) => mask | (1n << BigInt(whole(operator, position))), 0n);
}

function bitsOf(value: Value): bigint | undefined {
  if (value instanceof Binary) {
    return bytesOf(value).reduceRight((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
  }
  if (!isNumber(value) || !Number.isInteger(toNumber(value))) return undefined;
  return BigInt.asUintN(64, value instanceof Long ? value.toBigInt() : BigInt(toNumber(value)));
}

const bits =
  (operator: string, accept: (bits: bigint, mask: bigint) => boolean): FieldCondition =>
  (path, argument) => {
    const mask = bitMask(operator, argument);
    return anyAt(path, (value) => {
      const set = bitsOf(value);
      return set !== undefined && accept(set, mask);
    });
  };

export const elementConditions: Readonly<Record<string, FieldCondition>> = {
  $exists: exists,
  $type: hasType,
  $size: size,
  $mod: modulo,
  $bitsAllSet: bits('$bitsAllSet', (set, mask) => (set & mask) === mask),
  $bitsAnySet: bits('$bitsAnySet', (set, mask) => (set & mask) !== 0n),
  $bitsAllClear: bits('$bitsAllClear', (set, mask) => (set & mask) === 0n),
  $bitsAnyClear: bits('$bitsAnyClear', (set, mask) => (set & mask) !== mask),
};
