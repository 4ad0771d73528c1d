// Free times on the days of a zone, and where the arrow keys lead among them.
import { type Day, wallOf } from '@/parts/zoned-time';

export interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface DayOfSlots {
  readonly day: Day;
  readonly slots: readonly (Slot & { readonly minutes: number; readonly isTwice: boolean })[];
}

/** Each slot under its day in the zone. `isTwice`: that day has two slots at this time of the clock, as it goes back. */
export function slotsByDay(slots: readonly Slot[], days: readonly Day[], zone: string): readonly DayOfSlots[] {
  const placed = slots.map((slot) => ({ ...slot, ...wallOf(slot.startsAt, zone) }));
  return days.map((day) => {
    const its = placed.filter((slot) => slot.day === day).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    return {
      day,
      slots: its.map(({ startsAt, endsAt, minutes }) => ({
        startsAt,
        endsAt,
        minutes,
        isTwice: its.filter((other) => other.minutes === minutes).length > 1,
      })),
    };
  });
}

/** The slot that a key leads to, by its beginning; null when the key means nothing here. Days without slots are passed over. */
export function slotAfterKey(days: readonly DayOfSlots[], startsAt: string, key: string): string | null {
  const at = days.findIndex(({ slots }) => slots.some((slot) => slot.startsAt === startsAt));
  const day = days[at];
  if (!day) return null;
  const row = day.slots.findIndex((slot) => slot.startsAt === startsAt);
  const minutes = day.slots[row]?.minutes ?? 0;
  switch (key) {
    case 'ArrowDown':
      return day.slots[row + 1]?.startsAt ?? startsAt;
    case 'ArrowUp':
      return day.slots[row - 1]?.startsAt ?? startsAt;
    case 'Home':
      return day.slots[0]?.startsAt ?? startsAt;
    case 'End':
      return day.slots.at(-1)?.startsAt ?? startsAt;
    case 'ArrowRight':
      return nearest(days.slice(at + 1), minutes) ?? startsAt;
    case 'ArrowLeft':
      return nearest(days.slice(0, at).reverse(), minutes) ?? startsAt;
    default:
      return null;
  }
}

/** On the first of these days that has any, the slot nearest to a time of the clock. */
function nearest(days: readonly DayOfSlots[], minutes: number): string | undefined {
  const slots = days.find((day) => day.slots.length > 0)?.slots ?? [];
  return [...slots].sort((a, b) => Math.abs(a.minutes - minutes) - Math.abs(b.minutes - minutes))[0]?.startsAt;
}
