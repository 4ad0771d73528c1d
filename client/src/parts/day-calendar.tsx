// The calendar of today in the viewer's own zone: appointments and events on one line of time, kept live. For the home
// page; it brings its heading's content only, so that the page decides where it stands.
import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { CalendarCheck, PartyPopper } from 'lucide-react';
import { Link } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { appointmentFacts, calendarEntryFragment, type MaskedEntry } from './calendar-entry';
import classes from './day-calendar.module.css';
import { dayCalendarWords } from './day-calendar-words';
import { useLiveCalendar } from './use-live-calendar';
import { useToday } from './use-today';
import { addDays, startOfDay } from './zoned-time';

const dayCalendar = graphql(`
  query DayCalendar($from: DateTime!, $to: DateTime!) {
    calendar(from: $from, to: $to) {
      id
      ...CalendarEntry_entry
    }
  }
`);

export function DayCalendar() {
  const words = useWords(dayCalendarWords);
  const zone = ownTimeZone();
  const today = useToday(zone);
  const from = startOfDay(today, zone).toISOString();
  const to = startOfDay(addDays(today, 1), zone).toISOString();
  const result = useQuery(dayCalendar, { variables: { from, to } });
  useLiveCalendar();
  return (
    <Answer of={result} skeleton={<Skeleton height={96} radius="md" />} isPart>
      {({ calendar }) =>
        calendar.length === 0 ? (
          <Stack gap={4}>
            <Text c="dimmed">{words.empty}</Text>
            <Anchor component={Link} to="/coaches" size="sm">
              {words.find}
            </Anchor>
          </Stack>
        ) : (
          <ul className={classes['day']}>
            {calendar.map((entry) => (
              <DayEntry key={entry.id} entry={entry} dayStart={from} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function DayEntry({ entry, dayStart }: { readonly entry: MaskedEntry; readonly dayStart: string }) {
  const words = useWords(dayCalendarWords);
  const formats = useFormats();
  const { id, kind, startsAt, endsAt, title, appointment } = unmask(calendarEntryFragment, entry);
  const facts = unmask(appointmentFacts, appointment);
  const Icon = kind === 'EVENT' ? PartyPopper : CalendarCheck;
  const now = new Date().toISOString();
  const state =
    facts?.status === 'REQUESTED'
      ? words.asked
      : facts?.status === 'HELD'
        ? words.held
        : endsAt <= now
          ? words.past
          : startsAt <= now
            ? words.now
            : null;
  return (
    <li className={classes['entry']} data-over={endsAt <= now || undefined}>
      <div className={classes['time']}>
        {startsAt < dayStart ? (
          <Text size="xs" c="dimmed">
            {words.earlier}
          </Text>
        ) : (
          <time dateTime={startsAt}>{formats.time(startsAt)}</time>
        )}
      </div>
      <Icon size={18} aria-hidden className={classes['icon']} />
      <Group gap="xs" flex={1} justify="space-between">
        <Anchor component={Link} to={kind === 'EVENT' ? `/events/${id}` : `/appointments/${id}`} c="inherit" fw={600}>
          {title}
        </Anchor>
        {state && (
          <Badge variant="light" color={state === words.now ? 'teal' : 'gray'}>
            {state}
          </Badge>
        )}
      </Group>
    </li>
  );
}
