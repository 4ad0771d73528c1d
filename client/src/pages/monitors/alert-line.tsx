// One alert: what was measured and which bound it broke, where it stands, and what its owner can say to it.
import { Badge, Button, Group, Text } from '@mantine/core';
import { BellRing, CircleCheck, Eye } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { alertWords } from './alert-words';
import classes from './monitors.module.css';
import { putAlert } from './put-alert';
import { useBreach } from './use-breach';

export const alertLineFragment = graphql(`
  fragment AlertLine_alert on Alert {
    id
    status
    value
    threshold
    openedAt
    rule {
      id
      comparison
    }
    monitor {
      id
      name
      unit
    }
  }
`);

const acknowledgeAlert = graphql(`
  mutation AcknowledgeAlert($input: AcknowledgeAlertInput!) {
    acknowledgeAlert(input: $input) {
      alert {
        ...AlertLine_alert
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const resolveAlert = graphql(`
  mutation ResolveAlert($input: ResolveAlertInput!) {
    resolveAlert(input: $input) {
      alert {
        ...AlertLine_alert
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const looks = {
  OPEN: { color: 'red', icon: BellRing },
  ACKNOWLEDGED: { color: 'orange', icon: Eye },
  RESOLVED: { color: 'teal', icon: CircleCheck },
} as const;

interface AlertLineProps {
  readonly alert: FragmentType<typeof alertLineFragment>;
  /** Where several monitors stand together, each alert says whose it is. */
  readonly namesMonitor?: boolean;
}

export function AlertLine({ alert: masked, namesMonitor = false }: AlertLineProps) {
  const words = useWords(alertWords);
  const formats = useFormats();
  const viewer = useSignedIn();
  const alert = unmask(alertLineFragment, masked);
  const breach = useBreach()(alert);
  const acknowledge = useAct(acknowledgeAlert);
  const resolve = useAct(resolveAlert);
  const { id, status, monitor, openedAt } = alert;
  const { color, icon: Icon } = looks[status];
  const isBusy = acknowledge.isBusy || resolve.isBusy;
  const monitorId = monitor?.id ?? null;
  const see = () =>
    acknowledge.run(
      { input: { alertId: id } },
      {
        update: (cache, { data }) =>
          data?.acknowledgeAlert.alert && putAlert(cache, viewer.id, { id, status: 'ACKNOWLEDGED', monitorId }),
      },
    );
  const end = () =>
    resolve.run(
      { input: { alertId: id } },
      {
        update: (cache, { data }) =>
          data?.resolveAlert.alert && putAlert(cache, viewer.id, { id, status: 'RESOLVED', monitorId }),
      },
    );
  return (
    <li className={classes['alert']} data-status={status}>
      <Badge variant="light" color={color} leftSection={<Icon size={12} aria-hidden />}>
        {words.states[status]}
      </Badge>
      <div className={classes['what']}>
        {namesMonitor && monitor && (
          <Text size="sm" fw={600} component={Link} to={`/monitors/${monitor.id}`}>
            {monitor.name}
          </Text>
        )}
        <Text size="sm">{breach}</Text>
        <Text size="xs" c="dimmed">
          <time dateTime={openedAt}>{formats.dateTime(openedAt)}</time>
        </Text>
      </div>
      <Group gap="xs">
        {status === 'OPEN' && (
          <Button
            size="compact-sm"
            variant="light"
            disabled={isBusy}
            aria-label={words.actFor(words.acknowledge, breach)}
            onClick={() => void see()}
          >
            {words.acknowledge}
          </Button>
        )}
        {status !== 'RESOLVED' && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            aria-label={words.actFor(words.resolve, breach)}
            onClick={() => void end()}
          >
            {words.resolve}
          </Button>
        )}
      </Group>
      <Refusals of={[...acknowledge.refusals, ...resolve.refusals]} />
    </li>
  );
}
