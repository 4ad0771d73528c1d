/** Reads numbers out of arguments as strictly as Redis does; each refuses with the text of Redis. */
import { CommandError } from '../execute/command-error.js';

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);
export const NOT_AN_INTEGER = 'ERR value is not an integer or out of range';

/** A signed 64-bit integer in its only canonical spelling: no plus sign, no leading zero, no blank. */
export function parseInt64(text: string, refusal = NOT_AN_INTEGER): bigint {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) throw new CommandError(refusal);
  const value = BigInt(text);
  if (!fitsInt64(value)) throw new CommandError(refusal);
  return value;
}

export function fitsInt64(value: bigint): boolean {
  return value >= MIN_INT64 && value <= MAX_INT64;
}

/** An index or a count as a number; values beyond 2^53 lose precision, which no index reaches. */
export function parseIndex(text: string, refusal = NOT_AN_INTEGER): number {
  return Number(parseInt64(text, refusal));
}

/** A number of things that must be positive or zero. */
export function parseCount(text: string, refusal = 'ERR value is out of range, must be positive'): number {
  const count = parseIndex(text, refusal);
  if (count < 0) throw new CommandError(refusal);
  return count;
}

/** A double, with `inf`, `+inf`, `-inf` and `infinity` in any case; never NaN. */
export function parseFloat64(text: string, refusal = 'ERR value is not a valid float'): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new CommandError(refusal);
  return Number(text);
}
