// Calendar entries under the days of a zone: each on every day that it touches.
import { type Day, dayOf } from '@/parts/zoned-time';

interface Timed {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export function entriesByDay<Entry extends Timed>(
  entries: readonly Entry[],
  days: readonly Day[],
  zone: string,
): readonly { readonly day: Day; readonly entries: readonly Entry[] }[] {
  const sorted = [...entries].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  const placed = sorted.map((entry) => ({
    entry,
    first: dayOf(entry.startsAt, zone),
    // What ends at midnight does not touch the day that begins there.
    last: dayOf(new Date(Math.max(Date.parse(entry.endsAt) - 1, Date.parse(entry.startsAt))), zone),
  }));
  return days.map((day) => ({
    day,
    entries: placed.filter(({ first, last }) => first <= day && day <= last).map(({ entry }) => entry),
  }));
}
