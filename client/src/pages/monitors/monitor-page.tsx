// One monitor: its line and statistics over a period, a place to enter a reading, its rules and its alerts, all live.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer } from '@/ui/answer';
import { Page as Frame } from '@/ui/page';
import { Problem } from '@/ui/problem';
import { useWords } from '@/words/words';
import { LiveMonitorAlerts } from './live-monitor-alerts';
import { MonitorAlerts } from './monitor-alerts';
import { monitorWords } from './monitor-words';
import classes from './monitors.module.css';
import { Readings } from './readings';
import { RecordReading } from './record-reading';
import { Rules } from './rules';

const monitorQuery = graphql(`
  query Monitor($id: ID!) {
    me {
      id
      latestAlertEventId
    }
    monitor(id: $id) {
      id
      name
      unit
      latest {
        id
        value
        at
      }
      ...Readings_monitor
      ...Rules_monitor
      ...MonitorAlerts_monitor
    }
  }
`);

const moreReadings = graphql(`
  query MoreReadings($id: ID!, $after: String) {
    monitor(id: $id) {
      id
      readings(first: 100, after: $after) {
        edges {
          node {
            id
            value
            at
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const moreAlerts = graphql(`
  query MoreAlerts($id: ID!, $after: String) {
    monitor(id: $id) {
      id
      alerts(first: 20, after: $after) {
        edges {
          node {
            id
            ...AlertLine_alert
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const refused = { kind: 'refused', code: 'NOT_FOUND', requestId: null } as const;

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(monitorWords);
  const client = useApolloClient();
  const result = useQuery(monitorQuery, { variables: { id } });
  // Each list goes on by itself: asking for both again would cut the other one short.
  const loadReadings = (after: string) =>
    client.query({ query: moreReadings, variables: { id, after }, fetchPolicy: 'network-only' });
  const loadAlerts = (after: string) =>
    client.query({ query: moreAlerts, variables: { id, after }, fetchPolicy: 'network-only' });
  const isRecording = useRef(false);
  useRefetchOnReturn(() => result.refetch());
  const monitor = result.data?.monitor;
  const back = (
    <Button component={Link} to="/monitors" variant="default">
      {words.all}
    </Button>
  );
  return (
    <Frame title={monitor?.name ?? words.monitors} actions={back}>
      <Answer of={result}>
        {({ me, monitor: found }) =>
          found ? (
            <div className={classes['columns']}>
              <div className={classes['column']}>
                <Readings monitor={found} loadMore={loadReadings} />
                <MonitorAlerts monitor={found} loadMore={loadAlerts} />
              </div>
              <div className={classes['column']}>
                <RecordReading
                  monitorId={found.id}
                  unit={found.unit}
                  onBusy={(isBusy) => {
                    isRecording.current = isBusy;
                  }}
                />
                <Rules monitor={found} />
              </div>
              <LiveMonitorAlerts
                latestEventId={me?.latestAlertEventId ?? null}
                monitorId={found.id}
                onReading={(value) => {
                  // A reading of this page comes with its own answer; another was entered elsewhere.
                  if (!isRecording.current && value !== found.latest?.value) void result.refetch();
                }}
              />
            </div>
          ) : (
            <Problem failure={refused} />
          )
        }
      </Answer>
    </Frame>
  );
}
