// What is past: for a coach the last two months with clients; and all that the viewer booked and is over.
import { useQuery } from '@apollo/client/react';
import { Stack, Title } from '@mantine/core';
import { History } from 'lucide-react';
import { graphql, unmask } from '@/graph/generated';
import { appointmentFacts } from '@/parts/calendar-entry';
import { useToday } from '@/parts/use-today';
import { useSignedIn } from '@/parts/viewer';
import { addDays, startOfDay } from '@/parts/zoned-time';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { ownTimeZone } from '@/words/formats';
import { useWords } from '@/words/words';
import { planningWords } from '../planning-words';
import { LONGEST_DAYS } from './calendar-query';
import { AppointmentRow } from './entry-row';
import classes from './planning.module.css';

const bookedQuery = graphql(`
  query BookedAppointments($after: String) {
    myAppointments(first: 20, after: $after) {
      edges {
        node {
          id
          ...AppointmentFacts_appointment
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const withClientsQuery = graphql(`
  query AppointmentsWithClients($from: DateTime!, $to: DateTime!) {
    planning(from: $from, to: $to) {
      id
      ...AppointmentFacts_appointment
    }
  }
`);

export function Past() {
  const words = useWords(planningWords);
  const viewer = useSignedIn();
  const isCoach = viewer.coach?.standing === 'APPROVED';
  const result = useQuery(bookedQuery);
  return (
    <Stack gap="xl">
      {isCoach && <WithClients />}
      <section>
        {isCoach && (
          <Title order={2} size="h5" mb="xs">
            {words.asClient}
          </Title>
        )}
        <Answer of={result}>
          {({ myAppointments: { edges, pageInfo } }) => {
            const over = edges.filter(({ node }) => isOver(unmask(appointmentFacts, node)));
            return (
              <>
                {over.length === 0 && !pageInfo.hasNextPage && (
                  <Empty icon={History} title={words.noPast} text={words.noPastText} />
                )}
                <ul className={classes['list']}>
                  {over.map(({ node }) => (
                    <AppointmentRow key={node.id} appointment={node} isDated />
                  ))}
                </ul>
                <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
              </>
            );
          }}
        </Answer>
      </section>
    </Stack>
  );
}

function WithClients() {
  const words = useWords(planningWords);
  const zone = ownTimeZone();
  const tomorrow = addDays(useToday(zone), 1);
  const from = startOfDay(addDays(tomorrow, 1 - LONGEST_DAYS), zone).toISOString();
  const to = startOfDay(tomorrow, zone).toISOString();
  const result = useQuery(withClientsQuery, { variables: { from, to } });
  return (
    <Answer of={result}>
      {({ planning }) => {
        const begun = planning.filter((one) => Date.parse(unmask(appointmentFacts, one).startsAt) <= Date.now());
        return (
          <section hidden={begun.length === 0}>
            <Title order={2} size="h5" mb="xs">
              {words.asCoach}
            </Title>
            <ul className={classes['list']}>
              {begun.toReversed().map((one) => (
                <AppointmentRow key={one.id} appointment={one} isDated />
              ))}
            </ul>
          </section>
        );
      }}
    </Answer>
  );
}

function isOver({ status, endsAt }: { readonly status: string; readonly endsAt: string }): boolean {
  return !['REQUESTED', 'HELD', 'CONFIRMED'].includes(status) || Date.parse(endsAt) <= Date.now();
}
