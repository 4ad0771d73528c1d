// One monitor in the list: its latest value, where it is going, and whether something is wrong.
import { Badge, Group, Text } from '@mantine/core';
import { BellRing, CircleCheck } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { monitorWords } from './monitor-words';
import classes from './monitors.module.css';
import { Sparkline } from './sparkline';

const fragment = graphql(`
  fragment MonitorCard_monitor on Monitor {
    id
    name
    unit
    latest {
      id
      value
      at
    }
    readings(first: 30) {
      edges {
        node {
          id
          value
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface MonitorCardProps {
  readonly monitor: FragmentType<typeof fragment>;
  readonly openAlerts: number;
}

export function MonitorCard({ monitor, openAlerts }: MonitorCardProps) {
  const words = useWords(monitorWords);
  const formats = useFormats();
  const { id, name, unit, latest, readings } = unmask(fragment, monitor);
  const values = readings.edges.slice(0, 30).map(({ node }) => node.value);
  return (
    <Card as="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Text fw={600} component="h2" size="md" m={0}>
          <CoverLink to={`/monitors/${id}`}>{name}</CoverLink>
        </Text>
        {openAlerts > 0 ? (
          <Badge flex="none" variant="light" color="red" leftSection={<BellRing size={12} aria-hidden />}>
            {words.open(openAlerts)}
          </Badge>
        ) : (
          <Badge flex="none" variant="light" color="teal" leftSection={<CircleCheck size={12} aria-hidden />}>
            {words.calm}
          </Badge>
        )}
      </Group>
      {latest ? (
        <>
          <div className={classes['value']}>
            {formats.number(latest.value)}{' '}
            <Text span c="dimmed">
              {unit}
            </Text>
          </div>
          <Text size="sm" c="dimmed" mb="xs">
            <time dateTime={latest.at}>{formats.relative(latest.at)}</time>
          </Text>
        </>
      ) : (
        <Text c="dimmed" my="sm">
          {words.noReading}
        </Text>
      )}
      <Sparkline values={values.reverse()} />
    </Card>
  );
}
