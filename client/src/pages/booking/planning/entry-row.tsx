// An appointment or event in a list: when, what, with whom, in which state, and what waits for the viewer.
import { Badge, Group, Text } from '@mantine/core';
import { CalendarCheck, PartyPopper } from 'lucide-react';
import type { ReactNode } from 'react';
import { type FragmentType, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { appointmentFacts, calendarEntryFragment, type MaskedEntry } from '@/parts/calendar-entry';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { AppointmentActions } from '../appointment-actions';
import { appointmentWords } from '../appointment-words';
import { planningWords } from '../planning-words';
import { StatusBadge } from '../status-badge';
import { isCoachOf } from '../what-can-be-done';
import classes from './planning.module.css';

export function EntryRow({ entry, isDated = false }: { readonly entry: MaskedEntry; readonly isDated?: boolean }) {
  const words = useWords(planningWords);
  const { appointment, event, ...known } = unmask(calendarEntryFragment, entry);
  if (appointment) return <AppointmentRow appointment={appointment} isDated={isDated} />;
  return (
    <Row
      {...known}
      isDated={isDated}
      to={`/events/${known.id}`}
      picture={<PartyPopper size={22} aria-hidden className={classes['eventIcon']} />}
      subtitle={event?.place ? words.at(event.place) : ''}
      badge={
        <Badge variant="light" color="grape" tt="none">
          {words.event}
        </Badge>
      }
    />
  );
}

interface AppointmentRowProps {
  readonly appointment: FragmentType<typeof appointmentFacts>;
  readonly isDated?: boolean;
}

export function AppointmentRow({ appointment, isDated = false }: AppointmentRowProps) {
  const words = useWords(appointmentWords);
  const viewer = useSignedIn();
  const facts = unmask(appointmentFacts, appointment);
  const asCoach = isCoachOf(facts, viewer);
  const other = asCoach ? facts.client : facts.coach?.user;
  const name = other?.displayName ?? (asCoach ? words.someone : null);
  return (
    <Row
      {...facts}
      isDated={isDated}
      to={`/appointments/${facts.id}`}
      picture={other ? <Avatar user={other} size={36} /> : <CalendarCheck size={22} aria-hidden />}
      subtitle={name ? words.with(name) : ''}
      badge={<StatusBadge status={facts.status} />}
    >
      <AppointmentActions appointment={appointment} isBrief />
    </Row>
  );
}

interface RowProps {
  readonly title: string;
  readonly subtitle: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly to: string;
  readonly picture: ReactNode;
  readonly badge: ReactNode;
  readonly isDated: boolean;
  readonly children?: ReactNode;
}

function Row({ title, subtitle, startsAt, endsAt, to, picture, badge, isDated, children }: RowProps) {
  const { time, day } = useFormats();
  return (
    <Card as="li">
      <div className={classes['row']}>
        <div className={classes['times']}>
          {isDated && <Text size="sm">{day(startsAt)}</Text>}
          <time dateTime={startsAt}>{time(startsAt)}</time>
          <Text size="xs" c="dimmed">
            {time(endsAt)}
          </Text>
        </div>
        <Group gap="sm" wrap="nowrap" flex="1 1 14rem" miw={0}>
          {picture}
          <div>
            <CoverLink to={to}>{title}</CoverLink>
            <Text size="sm" c="dimmed">
              {subtitle}
            </Text>
          </div>
        </Group>
        {badge}
        <div className={classes['acts']}>{children}</div>
      </div>
    </Card>
  );
}
