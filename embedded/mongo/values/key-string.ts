// Order-preserving strings for index keys: keyString(a) < keyString(b) exactly when a sorts before b.
// No key is a prefix of another one, so the keys of several fields can be joined end to end.
import { type Binary, type BSONRegExp, type Code, Decimal128, Long, type ObjectId, type Timestamp } from 'bson';
import { align, type Exact, exactDouble, exactOf, type NumberValue, toNumber } from './numbers.js';
import { byteOrderUnit, bytesOf, plain, RANK, rankOf } from './order.js';
import type { Value } from './types.js';

const double = new Float64Array(1);
const bytes = new Uint8Array(double.buffer);

/** Eight characters: the big-endian double with its sign bit flipped, negative numbers inverted. */
function doubleKey(n: number): string {
  double[0] = n === 0 ? 0 : n;
  let key = '';
  const negative = bytes[7]! >= 0x80;
  for (let i = 7; i >= 0; i--) {
    const byte = bytes[i]!;
    key += String.fromCharCode(negative ? ~byte & 0xff : i === 7 ? byte | 0x80 : byte);
  }
  return key;
}

/** A distance above zero as 0.ddd * 10^e: the exponent, then the digits without trailing zeros. */
function distanceKey({ digits, exponent }: Exact): string {
  const text = digits.toString();
  return `${doubleKey(exponent + text.length)}${text.replace(/0+$/, '')}\0`;
}

/** The nearest double, then where the exact worth lies: below it (nearer ones are greater), on it, or above it. */
function exactKey(exact: Exact, nearest: number): string {
  const { a, b, exponent } = align(exact, exactDouble(nearest));
  if (a === b) return `${doubleKey(nearest)}\x80`;
  if (a > b) return `${doubleKey(nearest)}\xff${distanceKey({ digits: a - b, exponent })}`;
  return `${doubleKey(nearest)}\x01${invertKey(distanceKey({ digits: b - a, exponent }))}`;
}

function numberKey(value: NumberValue): string {
  const nearest = toNumber(value);
  if (Number.isNaN(nearest)) return '\0';
  const wide = value instanceof Long || value instanceof Decimal128;
  if (!wide || value.toString().includes('Infinity')) return `\x01${doubleKey(nearest)}\x80`;
  // A decimal beyond every double lies above the greatest one, and below infinity.
  const finite = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, nearest));
  return `\x01${exactKey(exactOf(value), finite)}`;
}

// The terminator sorts below every character, so NUL and the escape itself are escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
const ESCAPED = /[\0\x01\ud800-\uffff]/g;
const escapeUnit = (unit: string): string => {
  if (unit === '\0') return '\x01\x01';
  return unit === '\x01' ? '\x01\x02' : String.fromCharCode(byteOrderUnit(unit.charCodeAt(0)));
};
const stringKey = (text: string): string => `${text.replace(ESCAPED, escapeUnit)}\0`;

const latin1 = (data: Uint8Array): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');

/** One character that is the same for all values of a type: every key of that type starts with it. */
export const typeKey = (value: Value): string => String.fromCharCode(rankOf(value) + 1);

function bodyKey(value: Value): string {
  switch (rankOf(value)) {
    case RANK.number:
      return numberKey(value as NumberValue);
    case RANK.string:
      return stringKey(String(value));
    case RANK.object: {
      const document = plain(value);
      const parts = Object.keys(document).map(
        // The type leads the name: documents compare type, then name, then value.
        (name) => `\x02${typeKey(document[name])}${stringKey(name)}${keyString(document[name])}`,
      );
      return `${parts.join('')}\0`;
    }
    case RANK.array:
      return `${(value as Value[]).map((element) => `\x02${keyString(element)}`).join('')}\0`;
    case RANK.binary: {
      const binary = value as Binary;
      return doubleKey(binary.position) + String.fromCharCode(binary.sub_type) + latin1(bytesOf(binary));
    }
    case RANK.objectId:
      return latin1((value as ObjectId).id);
    case RANK.boolean:
      return value === true ? '\x02' : '\x01';
    case RANK.date:
      return doubleKey((value as Date).getTime());
    case RANK.timestamp:
      return (
        doubleKey((value as Timestamp).getHighBitsUnsigned()) + doubleKey((value as Timestamp).getLowBitsUnsigned())
      );
    case RANK.regex:
      return stringKey((value as BSONRegExp).pattern) + stringKey((value as BSONRegExp).options);
    case RANK.code:
      return stringKey((value as Code).code);
    default:
      return '';
  }
}

export const keyString = (value: Value): string => typeKey(value) + bodyKey(value);

/** The key for a descending field: every code unit is flipped. */
export function invertKey(key: string): string {
  let inverted = '';
  for (let i = 0; i < key.length; i++) inverted += String.fromCharCode(0xffff - key.charCodeAt(i));
  return inverted;
}
