// The next appointments and events after today, which has a place of its own.
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { CalendarCheck, PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import { calendarEntryFragment, type MaskedEntry } from '@/parts/calendar-entry';
import { addDays, dayOf, startOfDay } from '@/parts/zoned-time';
import { Answer } from '@/ui/answer';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';
import { Matter } from './matter';
import classes from './signed-in-home.module.css';

const comingUp = graphql(`
  query ComingUp($from: DateTime!, $to: DateTime!) {
    calendar(from: $from, to: $to) {
      id
      ...CalendarEntry_entry
    }
  }
`);

const MOST = 3;
const DAYS = 14;

function soon() {
  const zone = ownTimeZone();
  const today = dayOf(new Date(), zone);
  const at = (days: number) => startOfDay(addDays(today, days), zone).toISOString();
  return { from: at(1), to: at(1 + DAYS) };
}

export function ComingUp() {
  const [variables] = useState(soon);
  const result = useQuery(comingUp, { variables });
  return (
    <Answer of={result} skeleton={null} isPart>
      {({ calendar }) => <Entries entries={calendar} />}
    </Answer>
  );
}

function Entries({ entries }: { readonly entries: readonly MaskedEntry[] }) {
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
