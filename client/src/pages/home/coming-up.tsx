// The next appointments and events after today.
import { Text } from '@mantine/core';
import { CalendarCheck, PartyPopper } from 'lucide-react';
import { Link } from 'react-router';
import { unmask } from '@/graph/generated';
import { calendarEntryFragment, type MaskedEntry } from '@/parts/calendar-entry';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';
import { Matter } from './matter';
import classes from './signed-in-home.module.css';

const MOST = 3;

export function ComingUp({ entries }: { readonly entries: readonly MaskedEntry[] }) {
  const words = useWords(homeWords);
  const { day, time } = useFormats();
  if (entries.length === 0) return null;
  return (
    <Matter title={words.soon}>
      {unmask(calendarEntryFragment, entries.slice(0, MOST)).map(({ id, kind, title, startsAt }) => {
        const Icon = kind === 'EVENT' ? PartyPopper : CalendarCheck;
        const to = `/${kind === 'EVENT' ? 'events' : 'appointments'}/${encodeURIComponent(id)}`;
        return (
          <li key={id}>
            <Link to={to} className={classes['line'] ?? ''}>
              <Icon size={18} aria-hidden />
              <span className={classes['grow']}>
                {title}
                <Text size="xs" c="dimmed">
                  <time dateTime={startsAt}>
                    {day(startsAt)}, {time(startsAt)}
                  </time>
                </Text>
              </span>
            </Link>
          </li>
        );
      })}
    </Matter>
  );
}
