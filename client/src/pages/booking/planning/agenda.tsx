// What comes in the next two months: first what waits for the viewer, then day by day.
import { useQuery } from '@apollo/client/react';
import { Button, Stack, Title } from '@mantine/core';
import { CalendarHeart } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { unmask } from '@/graph/generated';
import { appointmentFacts, calendarEntryFragment } from '@/parts/calendar-entry';
import { useToday } from '@/parts/use-today';
import { useSignedIn } from '@/parts/viewer';
import { addDays, daysFrom, noonOf, startOfDay } from '@/parts/zoned-time';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { planningWords } from '../planning-words';
import { isCoachOf } from '../what-can-be-done';
import { calendarQuery, LONGEST_DAYS } from './calendar-query';
import { entriesByDay } from './entries-by-day';
import { EntryRow } from './entry-row';
import classes from './planning.module.css';

export function Agenda() {
  const words = useWords(planningWords);
  const viewer = useSignedIn();
  const { day: writeDay } = useFormats();
  const zone = ownTimeZone();
  const today = useToday(zone);
  const days = useMemo(() => daysFrom(today, LONGEST_DAYS - 1), [today]);
  const from = startOfDay(today, zone).toISOString();
  const to = startOfDay(addDays(today, LONGEST_DAYS - 1), zone).toISOString();
  const result = useQuery(calendarQuery, { variables: { from, to } });
  return (
    <Answer of={result}>
      {({ calendar }) => {
        const entries = calendar.map((masked) => {
          const { id, startsAt, endsAt, appointment } = unmask(calendarEntryFragment, masked);
          const facts = unmask(appointmentFacts, appointment);
          const asked = facts?.status === 'REQUESTED' && isCoachOf(facts, viewer);
          const toPay = facts?.status === 'HELD' && !isCoachOf(facts, viewer);
          return { id, startsAt, endsAt, masked, asked, toPay };
        });
        const requests = entries.filter(({ asked }) => asked);
        const held = entries.filter(({ toPay }) => toPay);
        const rest = entries.filter(({ asked, toPay }) => !asked && !toPay);
        if (entries.length === 0) {
          return (
            <Empty icon={CalendarHeart} title={words.emptyTitle} text={words.emptyText}>
              <Button component={Link} to="/coaches" variant="light">
                {words.find}
              </Button>
            </Empty>
          );
        }
        const name = (day: string) =>
          day === today ? words.today : day === addDays(today, 1) ? words.tomorrow : writeDay(noonOf(day), 'UTC');
        return (
          <Stack gap="xl">
            <Section title={words.requests} isLive>
              {requests.map(({ id, masked }) => (
                <EntryRow key={id} entry={masked} isDated />
              ))}
            </Section>
            <Section title={words.toPay}>
              {held.map(({ id, masked }) => (
                <EntryRow key={id} entry={masked} isDated />
              ))}
            </Section>
            {entriesByDay(rest, days, zone)
              .filter((one) => one.entries.length > 0)
              .map(({ day, entries: its }) => (
                <Section key={day} title={name(day)}>
                  {its.map(({ id, masked }) => (
                    <EntryRow key={id} entry={masked} />
                  ))}
                </Section>
              ))}
          </Stack>
        );
      }}
    </Answer>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: readonly ReactNode[];
  /** Said aloud when something comes. */
  readonly isLive?: boolean;
}

function Section({ title, children, isLive = false }: SectionProps) {
  return (
    <section aria-label={title} aria-live={isLive ? 'polite' : undefined} hidden={children.length === 0}>
      <Title order={2} size="h5" mb="xs" className={classes['dayName'] ?? ''}>
        {title}
      </Title>
      <ul className={classes['list']}>{children}</ul>
    </section>
  );
}
