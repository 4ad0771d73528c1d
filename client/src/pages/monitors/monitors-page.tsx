// All that the viewer measures: where each stands, and which alerts are open.
import { useQuery } from '@apollo/client/react';
import { Button, Title, VisuallyHidden } from '@mantine/core';
import { Activity, Plus } from 'lucide-react';
import { useState } from 'react';
import { graphql, unmask } from '@/graph/generated';
import type { MonitorsQuery } from '@/graph/generated/graphql';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer } from '@/ui/answer';
import { Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { AlertLine, alertLineFragment } from './alert-line';
import { alertWords } from './alert-words';
import { MonitorCard } from './monitor-card';
import { monitorWords } from './monitor-words';
import classes from './monitors.module.css';
import { NewMonitor } from './new-monitor';
import { useBreach } from './use-breach';
import { useLiveAlerts } from './use-live-alerts';

const monitorsQuery = graphql(`
  query Monitors($after: String) {
    me {
      id
      latestAlertEventId
      monitors(first: 24, after: $after) {
        edges {
          node {
            id
            ...MonitorCard_monitor
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      alerts(status: OPEN, first: 50) {
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

export function Page() {
  const words = useWords(monitorWords);
  const result = useQuery(monitorsQuery);
  const [isCreating, setCreating] = useState(false);
  useRefetchOnReturn(() => result.refetch());
  const create = (
    <Button leftSection={<Plus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {words.create}
    </Button>
  );
  return (
    <Frame title={words.monitors} lead={words.lead} actions={create}>
      <Answer of={result}>
        {({ me }) =>
          me && (
            <Monitors
              me={me}
              loadMore={(after) => result.fetchMore({ variables: { after } })}
              refetch={() => result.refetch()}
            />
          )
        }
      </Answer>
      <NewMonitor isOpen={isCreating} onClose={() => setCreating(false)} />
    </Frame>
  );
}

interface MonitorsProps {
  readonly me: NonNullable<MonitorsQuery['me']>;
  readonly loadMore: (after: string) => Promise<unknown>;
  readonly refetch: () => Promise<unknown>;
}

function Monitors({ me, loadMore, refetch }: MonitorsProps) {
  const words = useWords(monitorWords);
  const alertsSay = useWords(alertWords);
  const say = useBreach();
  const [spoken, setSpoken] = useState('');
  useLiveAlerts(me.latestAlertEventId, (alert) => {
    if (alert.status !== 'OPEN') return;
    setSpoken(alertsSay.opened(say(alert)));
    // The reading that opened it was entered elsewhere: no event tells of readings.
    void refetch();
  });
  const alerts = me.alerts?.edges.map(({ node }) => node) ?? [];
  const openOf = (monitorId: string) =>
    unmask(alertLineFragment, alerts).filter(({ monitor }) => monitor?.id === monitorId).length;
  const monitors = me.monitors;
  if (!monitors) return null;
  return (
    <>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      {monitors.edges.length === 0 && <Empty icon={Activity} title={words.emptyTitle} text={words.emptyText} />}
      <Cards least="16rem">
        {monitors.edges.map(({ node }) => (
          <MonitorCard key={node.id} monitor={node} openAlerts={openOf(node.id)} />
        ))}
      </Cards>
      <LoadMore pageInfo={monitors.pageInfo} load={loadMore} />
      {alerts.length > 0 && (
        <section>
          <Title order={2} size="h4" mt="xl" mb="sm">
            {words.openAlerts}
          </Title>
          <ul className={classes['list']}>
            {alerts.map((alert) => (
              <AlertLine key={alert.id} alert={alert} namesMonitor />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
