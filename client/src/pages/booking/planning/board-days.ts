// Which days a board shows: a week from Monday on, or the whole weeks that a month touches.
import { addDays, addMonths, type Day, daysFrom, firstOfMonth, mondayOf } from '@/parts/zoned-time';

export type Span = 'week' | 'month';

export function boardDays(anchor: Day, span: Span): readonly Day[] {
  if (span === 'week') return daysFrom(mondayOf(anchor), 7);
  const first = mondayOf(firstOfMonth(anchor));
  const last = addDays(mondayOf(addDays(addMonths(anchor, 1), -1)), 6);
  return daysFrom(first, (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
}

/** The day to look at after one step back or on. */
export const stepFrom = (anchor: Day, span: Span, direction: 1 | -1): Day =>
  span === 'week' ? addDays(anchor, 7 * direction) : addMonths(anchor, direction);

/** Whether a text from the address is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
