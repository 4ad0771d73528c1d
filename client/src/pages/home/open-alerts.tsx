// Alerts that nobody has looked at yet; one that opens, is acknowledged or resolved elsewhere comes and goes live.
import { Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Ago } from '@/parts/ago';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';
import { Matter } from './matter';
import classes from './signed-in-home.module.css';

export const openAlertsFragment = graphql(`
  fragment OpenAlerts_alert on Alert {
    id
    status
    value
    threshold
    openedAt
    monitor {
      id
      name
      unit
    }
  }
`);

export function OpenAlerts({ alerts }: { readonly alerts: readonly FragmentType<typeof openAlertsFragment>[] }) {
  const words = useWords(homeWords);
  const { number } = useFormats();
  const open = unmask(openAlertsFragment, alerts).filter(({ status }) => status === 'OPEN');
  return (
    <div role="status" className={classes['alerts']}>
      {open.length > 0 && (
        <Matter title={words.alerts}>
          {open.map(({ id, value, threshold, openedAt, monitor }) => (
            <li key={id}>
              <Link
                to={monitor ? `/monitors/${encodeURIComponent(monitor.id)}` : '/monitors'}
                className={classes['line'] ?? ''}
              >
                <TriangleAlert size={18} aria-hidden className={classes['hot']} />
                <span className={classes['grow']}>
                  {words.over(
                    monitor?.name ?? '',
                    `${number(value)} ${monitor?.unit ?? ''}`,
                    `${number(threshold)} ${monitor?.unit ?? ''}`,
                  )}
                  <Text size="xs" c="dimmed">
                    <Ago at={openedAt} />
                  </Text>
                </span>
              </Link>
            </li>
          ))}
        </Matter>
      )}
    </div>
  );
}
