// The stretches of days that the dashboard counts: the one that is looked at, the one before it, and its seven parts.
import { addDays, type Day, startOfDay } from '@/parts/zoned-time';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Each can be cut into seven equal parts of whole days. */
export const SPANS = [7, 28, 84] as const;
export type Span = (typeof SPANS)[number];
const PARTS = 7;

/** A word of the address as a span; anything else is the week. */
export const spanOf = (word: string | null): Span => SPANS.find((span) => String(span) === word) ?? SPANS[0];

/** The last so many days on the clock of a zone, today included. */
export function periodsOf(today: Day, span: Span, zone: string) {
  const at = (offset: number) => startOfDay(addDays(today, offset), zone).toISOString();
  const period = (from: number, to: number): Period => ({ from: at(from), to: at(to) });
  const begin = 1 - span;
  const step = span / PARTS;
  return {
    current: period(begin, 1),
    previous: period(begin - span, begin),
    parts: Array.from({ length: PARTS }, (_, part) => period(begin + part * step, begin + (part + 1) * step)),
  };
}

/** By what share a count grew; null where there was nothing to grow from. */
export const growth = (now: number, before: number): number | null => (before === 0 ? null : (now - before) / before);
