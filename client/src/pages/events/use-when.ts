// When an event is: on the viewer's clocks, and on those of its place where these show something else.
import { useMemo } from 'react';
import { clocksDiffer, zoneName } from '@/parts/zoned-time';
import { ownTimeZone } from '@/words/formats';
import { type Locale, tagOf, useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { eventWords } from './event-words';

export interface Timed {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

export interface When {
  readonly here: string;
  /** Null when clocks there show the same. */
  readonly there: string | null;
}

export function useWhen({ startsAt, endsAt, timeZone }: Timed): When {
  const locale = useLocale();
  const words = useWords(eventWords);
  return useMemo(() => {
    const [start, end] = [new Date(startsAt), new Date(endsAt)];
    const differs = clocksDiffer(ownTimeZone(), timeZone, [start, end]);
    const there = differs ? words.clockThere(writeStretch(locale, start, end, timeZone), zoneName(timeZone)) : null;
    return { here: writeStretch(locale, start, end, ownTimeZone()), there };
  }, [locale, words, startsAt, endsAt, timeZone]);
}

/** The year only where it is not this one. */
function writeStretch(locale: Locale, start: Date, end: Date, timeZone: string): string {
  const isThisYear = start.getFullYear() === new Date().getFullYear() && end.getFullYear() === start.getFullYear();
  return new Intl.DateTimeFormat(tagOf(locale), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...(!isThisYear && { year: 'numeric' }),
  }).formatRange(start, end);
}
