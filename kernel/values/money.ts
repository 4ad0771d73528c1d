// Money: integer minor units and an ISO 4217 currency. Floats never hold an amount.

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Digits after the decimal point, from ISO 4217 (JPY 0, KWD 3, most 2), as this runtime's CLDR data has them. */
export function currencyExponent(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Throws RangeError when the amount is not a safe integer or the currency is not three capital letters. */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`not a whole number of minor units: ${amountMinor}`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`not an ISO 4217 code: ${currency}`);
  return Object.freeze({ amountMinor, currency });
}

/** Splits by weights so that the parts sum to the whole: largest remainder first, ties to the earlier part. */
export function splitMoney(whole: Money, weights: readonly number[]): Money[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('weights must be >= 0 and not all 0');
  const sign = whole.amountMinor < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(whole.amountMinor));
  const parts = weights.map((weight, at) => {
    const share = amount * BigInt(weight);
    return { at, floor: share / sum, remainder: share % sum };
  });
  let left = amount - parts.reduce((total, part) => total + part.floor, 0n);
  for (const part of [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.at - b.at)) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => money(sign * Number(part.floor), whole.currency));
}

/** "12.30" for 1230 EUR, "1230" for 1230 JPY. */
export function decimalOf({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return amountMinor < 0 ? `-${text}` : text;
}
