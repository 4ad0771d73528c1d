// One appointment: what, when, with whom, in which state, and what can be done with it. Kept live.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { CalendarX2, MessageCircle } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { appointmentFacts } from '@/parts/calendar-entry';
import { useLiveCalendar } from '@/parts/use-live-calendar';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { AppointmentActions } from './appointment-actions';
import { appointmentWords } from './appointment-words';
import { BothTimes } from './both-times';
import { StatusBadge } from './status-badge';
import { useWriteTo } from './use-write-to';
import { isCoachOf } from './what-can-be-done';

const appointmentQuery = graphql(`
  query AppointmentPage($id: ID!) {
    appointment(id: $id) {
      id
      title
      ...AppointmentFacts_appointment
    }
  }
`);

export function Page() {
  const words = useWords(appointmentWords);
  const { appointmentId = '' } = useParams();
  const result = useQuery(appointmentQuery, { variables: { id: appointmentId } });
  useLiveCalendar();
  return (
    <Frame title={result.data?.appointment?.title ?? words.title} width="narrow">
      <Answer of={result}>
        {({ appointment }) =>
          appointment ? <Appointment appointment={appointment} /> : <Empty icon={CalendarX2} title={words.missing} />
        }
      </Answer>
    </Frame>
  );
}

function Appointment({ appointment }: { readonly appointment: FragmentType<typeof appointmentFacts> }) {
  const words = useWords(appointmentWords);
  const viewer = useSignedIn();
  const { money } = useFormats();
  const facts = unmask(appointmentFacts, appointment);
  const { writeTo, isBusy, refusals } = useWriteTo();
  const asCoach = isCoachOf(facts, viewer);
  const other = asCoach ? facts.client : facts.coach?.user;
  const isOver = !['REQUESTED', 'HELD', 'CONFIRMED'].includes(facts.status);
  return (
    <Card>
      <Stack gap="lg">
        <div>
          <StatusBadge status={facts.status} />
          <Text size="sm" c="dimmed" mt={6}>
            {words.explained[facts.status]}
          </Text>
        </div>
        <section>
          <Title order={2} size="h6" mb={4}>
            {words.when}
          </Title>
          <BothTimes startsAt={facts.startsAt} endsAt={facts.endsAt} coachZone={facts.coach?.timeZone} />
        </section>
        <section>
          <Title order={2} size="h6" mb={4}>
            {asCoach ? words.client : words.coach}
          </Title>
          <Group justify="space-between">
            <Group gap="sm" wrap="nowrap">
              <Avatar user={other} size={40} />
              <Text>{other?.displayName ?? (asCoach ? words.someone : '–')}</Text>
            </Group>
            {other && (
              <Button
                variant="light"
                loading={isBusy}
                leftSection={<MessageCircle size={16} aria-hidden />}
                onClick={() => void writeTo(other.id)}
              >
                {words.write(other.displayName)}
              </Button>
            )}
          </Group>
          <Refusals of={refusals} />
        </section>
        <section>
          <Title order={2} size="h6" mb={4}>
            {words.price}
          </Title>
          <Text>{facts.price.amountMinor > 0 ? money(facts.price) : words.free}</Text>
        </section>
        <AppointmentActions appointment={appointment} />
        {isOver && !asCoach && facts.coach && (
          <Button component={Link} to={`/coaches/${facts.coach.id}`} variant="light">
            {words.bookAgain}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
