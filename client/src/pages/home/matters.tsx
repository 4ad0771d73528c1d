// What waits for the person: alerts that are open, what comes soon, a course to go on with, unread rooms. Each part
// stands there only when it has something to say.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { addDays, dayOf, startOfDay } from '@/parts/zoned-time';
import { Answer, Lines } from '@/ui/answer';
import { ownTimeZone } from '@/words/formats';
import { ComingUp } from './coming-up';
import { CourseInProgress } from './course-in-progress';
import { LiveMatters } from './live-matters';
import { OpenAlerts } from './open-alerts';
import { UnreadRooms } from './unread-rooms';

const matters = graphql(`
  query Matters($from: DateTime!, $to: DateTime!) {
    me {
      id
      latestAlertEventId
      latestInboxEventId
      alerts(status: OPEN, first: 5) {
        edges {
          node {
            id
            ...OpenAlerts_alert
          }
        }
      }
      rooms(first: 10) {
        edges {
          node {
            id
            ...UnreadRooms_room
          }
        }
      }
    }
    calendar(from: $from, to: $to) {
      id
      ...CalendarEntry_entry
    }
    myEnrollments(first: 5) {
      edges {
        node {
          id
          ...CourseInProgress_enrollment
        }
      }
    }
  }
`);

const DAYS = 14;

/** From tomorrow on: today has a place of its own. */
function soon() {
  const zone = ownTimeZone();
  const today = dayOf(new Date(), zone);
  const at = (days: number) => startOfDay(addDays(today, days), zone).toISOString();
  return { from: at(1), to: at(1 + DAYS) };
}

export function Matters() {
  const [variables] = useState(soon);
  const result = useQuery(matters, { variables });
  return (
    <Answer of={result} skeleton={<Lines count={2} height={96} />}>
      {({ me, calendar, myEnrollments }) => (
        <>
          {me && <LiveMatters userId={me.id} alerts={me.latestAlertEventId} inbox={me.latestInboxEventId} />}
          <OpenAlerts alerts={me?.alerts?.edges.map(({ node }) => node) ?? []} />
          <CourseInProgress enrollments={myEnrollments.edges.map(({ node }) => node)} />
          <ComingUp entries={calendar} />
          <UnreadRooms rooms={me?.rooms?.edges.map(({ node }) => node) ?? []} />
        </>
      )}
    </Answer>
  );
}
