// Money as people type it, and the whole minor units that the graph counts in. Exact: no number is ever a fraction here.

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for TND. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "12,30 " with 2 digits is 1230; comma or point, spaces between thousands. Null when it is no such number, or too fine. */
export function readDecimal(text: string, digits: number): number | null {
  const [, minus, whole, fraction = ''] = /^([-−]?)(\d+)(?:[.,](\d*))?$/.exec(text.replace(/[\s'’]/g, '')) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  const count = Number(whole + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(count)) return null;
  return minus && count > 0 ? -count : count;
}

/** "12.30" in EUR is 1230 minor units; null when that is no amount of this currency. */
export const readMoney = (text: string, currency: string): number | null => readDecimal(text, digitsOf(currency));

/** 1230 minor units of EUR as "12.30": what an input shows when it opens, with the mark of the person's language. */
export function writeDecimal(count: number, digits: number, mark: '.' | ',' = '.'): string {
  const figures = String(Math.abs(count)).padStart(digits + 1, '0');
  const at = figures.length - digits;
  return (count < 0 ? '-' : '') + figures.slice(0, at) + (digits > 0 ? mark + figures.slice(at) : '');
}
