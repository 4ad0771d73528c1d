// The alerts of one monitor, the newest first.
import { Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import { AlertLine } from './alert-line';
import { alertWords } from './alert-words';
import classes from './monitors.module.css';

const fragment = graphql(`
  fragment MonitorAlerts_monitor on Monitor {
    id
    alerts(first: 20) {
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
`);

interface MonitorAlertsProps {
  readonly monitor: FragmentType<typeof fragment>;
  readonly loadMore: (after: string) => Promise<unknown>;
}

export function MonitorAlerts({ monitor, loadMore }: MonitorAlertsProps) {
  const words = useWords(alertWords);
  const { alerts } = unmask(fragment, monitor);
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {words.alerts}
      </Title>
      {alerts.edges.length === 0 && <Text c="dimmed">{words.noAlerts}</Text>}
      <ul className={classes['list']} aria-label={words.alerts}>
        {alerts.edges.map(({ node }) => (
          <AlertLine key={node.id} alert={node} />
        ))}
      </ul>
      <LoadMore pageInfo={alerts.pageInfo} load={loadMore} />
    </section>
  );
}
