// What waits for the person: alerts that are open, unread rooms, what comes soon, a course to go on with. Each is asked of its
// own subgraph, so that one that is down takes nothing of the others with it; each stands there only when it has something to say.
import { useQuery } from '@apollo/client/react';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { ComingUp } from './coming-up';
import { CourseInProgress } from './course-in-progress';
import { LiveMatters } from './live-matters';
import { OpenAlerts } from './open-alerts';
import { UnreadRooms } from './unread-rooms';

const matters = graphql(`
  query Matters {
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
  }
`);

export function Matters() {
  const result = useQuery(matters);
  return (
    <Answer of={result} skeleton={<Lines count={2} height={96} />} isPart>
      {({ me }) => (
        <>
          {me && <LiveMatters userId={me.id} alerts={me.latestAlertEventId} inbox={me.latestInboxEventId} />}
          <OpenAlerts alerts={me?.alerts?.edges.map(({ node }) => node) ?? []} />
          <CourseInProgress />
          <ComingUp />
          <UnreadRooms rooms={me?.rooms?.edges.map(({ node }) => node) ?? []} />
        </>
      )}
    </Answer>
  );
}
