// A week or a month as a board of days; on a phone the days that have something, below each other.
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Group, Skeleton, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { unmask } from '@/graph/generated';
import { appointmentFacts, calendarEntryFragment, type MaskedEntry } from '@/parts/calendar-entry';
import { useToday } from '@/parts/use-today';
import { addDays, type Day, noonOf, startOfDay } from '@/parts/zoned-time';
import { Answer } from '@/ui/answer';
import { ownTimeZone, useFormats } from '@/words/formats';
import { tagOf, useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { planningWords } from '../planning-words';
import { boardDays, isDay, type Span, stepFrom } from './board-days';
import { calendarQuery } from './calendar-query';
import { entriesByDay } from './entries-by-day';
import classes from './planning.module.css';

export function CalendarBoard({ span }: { readonly span: Span }) {
  const words = useWords(planningWords);
  const locale = useLocale();
  const zone = ownTimeZone();
  const today = useToday(zone);
  const [address, setAddress] = useSearchParams();
  const asked = address.get('day');
  const anchor = asked && isDay(asked) ? asked : today;
  const days = boardDays(anchor, span);
  const first = days[0] ?? anchor;
  const last = days.at(-1) ?? anchor;
  const from = startOfDay(first, zone).toISOString();
  const to = startOfDay(addDays(last, 1), zone).toISOString();
  const result = useQuery(calendarQuery, { variables: { from, to } });
  const go = (day: Day) => setAddress({ view: span, ...(day !== today && { day }) }, { replace: true });
  const write = (options: Intl.DateTimeFormatOptions, day: Day) =>
    new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone: 'UTC' }).format(noonOf(day));
  const range = new Intl.DateTimeFormat(tagOf(locale), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const title =
    span === 'month'
      ? write({ month: 'long', year: 'numeric' }, anchor)
      : range.formatRange(noonOf(first), noonOf(last));

  return (
    <>
      <Group gap="xs" mb="sm">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.earlier}
          onClick={() => go(stepFrom(anchor, span, -1))}
        >
          <ChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={words.later} onClick={() => go(stepFrom(anchor, span, 1))}>
          <ChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Text component="h2" fw={650} aria-live="polite" className={classes['dayName'] ?? ''}>
          {title}
        </Text>
        {!days.includes(today) && (
          <Button variant="subtle" size="compact-sm" onClick={() => go(today)}>
            {words.thisTime}
          </Button>
        )}
      </Group>
      <Answer of={result} skeleton={<Skeleton height={420} radius="lg" />}>
        {({ calendar }) => {
          const entries = calendar.map((masked) => {
            const { id, startsAt, endsAt } = unmask(calendarEntryFragment, masked);
            return { id, startsAt, endsAt, masked };
          });
          return (
            <>
              <ul className={classes['board']} data-span={span}>
                {entriesByDay(entries, days, zone).map(({ day, entries: its }) => (
                  <li
                    key={day}
                    className={classes['cell']}
                    data-today={day === today || undefined}
                    data-empty={its.length === 0 || undefined}
                    data-outside={(span === 'month' && day.slice(0, 7) !== anchor.slice(0, 7)) || undefined}
                  >
                    <h3 className={classes['cellDay']} aria-current={day === today ? 'date' : undefined}>
                      {write({ weekday: 'short', day: 'numeric', ...(day.endsWith('-01') && { month: 'short' }) }, day)}
                    </h3>
                    <ul className={classes['chips']}>
                      {its.map(({ id, masked }) => (
                        <Chip key={id} entry={masked} />
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
              {entries.length === 0 && (
                <Text c="dimmed" mt="sm">
                  {words.emptyWeek}
                </Text>
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
}

function Chip({ entry }: { readonly entry: MaskedEntry }) {
  const { time } = useFormats();
  const { id, kind, title, startsAt, appointment } = unmask(calendarEntryFragment, entry);
  const facts = unmask(appointmentFacts, appointment);
  const isOpen = facts?.status === 'REQUESTED' || facts?.status === 'HELD';
  return (
    <li>
      <Link
        to={kind === 'EVENT' ? `/events/${id}` : `/appointments/${id}`}
        className={classes['chip']}
        data-kind={kind}
        data-open={isOpen || undefined}
      >
        <b>{time(startsAt)}</b> {title}
      </Link>
    </li>
  );
}
