// The free times of some days: columns side by side, below each other on a phone. One tab stop; arrow keys move inside.
import { Skeleton, Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { noonOf, zoneName } from '@/parts/zoned-time';
import { useFormats } from '@/words/formats';
import { tagOf, useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import classes from './slot-grid.module.css';
import { slotWords } from './slot-words';
import { type DayOfSlots, type Slot, slotAfterKey } from './slots-by-day';

interface SlotGridProps {
  readonly days: readonly DayOfSlots[];
  /** Whose clock the times are on. */
  readonly zone: string;
  /** The other clock, said with each time; null when they show the same. */
  readonly otherZone: string | null;
  readonly isStale: boolean;
  readonly onChoose: (slot: Slot) => void;
}

export function SlotGrid({ days, zone, otherZone, isStale, onChoose }: SlotGridProps) {
  const words = useWords(slotWords);
  const locale = useLocale();
  const formats = useFormats();
  const grid = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const all = days.flatMap(({ slots }) => slots);
  const stop = all.some(({ startsAt }) => startsAt === last) ? last : all[0]?.startsAt;

  const move = (event: KeyboardEvent, startsAt: string) => {
    const next = slotAfterKey(days, startsAt, event.key);
    if (next === null) return;
    event.preventDefault();
    setLast(next);
    grid.current?.querySelector<HTMLElement>(`[data-start="${next}"]`)?.focus();
  };
  const write = (options: Intl.DateTimeFormatOptions, at: string | Date, timeZone: string) =>
    new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone }).format(new Date(at));
  const clock = (startsAt: string, isTwice: boolean) =>
    isTwice
      ? write({ hour: '2-digit', minute: '2-digit', timeZoneName: 'shortOffset' }, startsAt, zone)
      : formats.time(startsAt, zone);

  return (
    <ul ref={grid} aria-label={`${words.week}. ${words.keys}`} aria-busy={isStale} className={classes['grid']}>
      {days.map(({ day, slots }) => (
        <li key={day} className={classes['day']} data-empty={slots.length === 0 || undefined}>
          <h3 className={classes['head']}>
            <span className={classes['weekday']}>{write({ weekday: 'short' }, noonOf(day), 'UTC')} </span>
            <span>{write({ day: 'numeric', month: 'short' }, noonOf(day), 'UTC')}</span>
          </h3>
          {slots.length === 0 && isStale && <Skeleton height={38} radius="md" />}
          {slots.length === 0 && !isStale && (
            <Text size="sm" c="dimmed" className={classes['none'] ?? ''}>
              {words.nothing}
            </Text>
          )}
          {slots.map((slot) => (
            <button
              key={slot.startsAt}
              type="button"
              className={classes['slot']}
              data-start={slot.startsAt}
              tabIndex={slot.startsAt === stop ? 0 : -1}
              onFocus={() => setLast(slot.startsAt)}
              onKeyDown={(event) => move(event, slot.startsAt)}
              onClick={() => onChoose(slot)}
              aria-label={[
                `${formats.day(slot.startsAt, zone)}, ${clock(slot.startsAt, slot.isTwice)}`,
                otherZone && words.there(formats.time(slot.startsAt, otherZone), zoneName(otherZone)),
              ]
                .filter(Boolean)
                .join(', ')}
            >
              {clock(slot.startsAt, slot.isTwice)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
