// The readings of a monitor over a period: their line, their statistics, and the same as a table.

import { Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { monitorWords } from './monitor-words';
import classes from './monitors.module.css';
import { ReadingsTable } from './readings-table';
import { StatTiles } from './stat-tiles';
import { beginOf, pointsWithin, type Window, windows } from './windows';

const fragment = graphql(`
  fragment Readings_monitor on Monitor {
    id
    name
    unit
    latest {
      id
      value
    }
    readings(first: 100) {
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
    dayStats: stats(window: "PT24H") {
      count
      min
      max
      avg
    }
    weekStats: stats(window: "P7D") {
      count
      min
      max
      avg
    }
    monthStats: stats(window: "P30D") {
      count
      min
      max
      avg
    }
    rules {
      id
      comparison
      threshold
    }
  }
`);

/** A line of more points says no more to the eye. */
const MOST_POINTS = 1_000;

const ReadingChart = lazy(async () => ({ default: (await import('./reading-chart')).ReadingChart }));

interface ReadingsProps {
  readonly monitor: FragmentType<typeof fragment>;
  readonly loadMore: (after: string) => Promise<unknown>;
}

export function Readings({ monitor: masked, loadMore }: ReadingsProps) {
  const words = useWords(monitorWords);
  const monitor = unmask(fragment, masked);
  const [window, setWindow] = useState<Window>('P30D');
  const { edges, pageInfo } = monitor.readings;
  const now = Date.now();
  const oldest = edges.at(-1)?.node.at;
  const isShort =
    pageInfo.hasNextPage &&
    edges.length < MOST_POINTS &&
    oldest !== undefined &&
    Date.parse(oldest) > beginOf(window, now);
  const load = useRef(loadMore);
  load.current = loadMore;
  useEffect(() => {
    if (isShort && pageInfo.endCursor) void load.current(pageInfo.endCursor);
  }, [isShort, pageInfo.endCursor]);

  const points = pointsWithin(
    edges.map(({ node }) => node),
    window,
    now,
  );
  const stats = { PT24H: monitor.dayStats, P7D: monitor.weekStats, P30D: monitor.monthStats }[window];
  const label = words.chart(monitor.name, points.length, words.windows[window]);
  return (
    <Card>
      <Group justify="space-between" mb="md">
        <div className={classes['value']}>
          {monitor.latest ? <Latest value={monitor.latest.value} unit={monitor.unit} /> : null}
        </div>
        <SegmentedControl
          aria-label={words.window}
          value={window}
          onChange={(chosen) => setWindow(chosen as Window)}
          data={windows.map((value) => ({ value, label: words.windows[value] }))}
        />
      </Group>
      {points.length === 0 ? (
        <Text c="dimmed" ta="center" py="xl">
          {words.nothingHere}
        </Text>
      ) : (
        <div role="img" aria-label={label} className={classes['chart']}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <ReadingChart
              points={points}
              unit={monitor.unit}
              name={monitor.name}
              from={beginOf(window, now)}
              to={now}
              thresholds={monitor.rules.map(({ threshold }) => threshold)}
            />
          </Suspense>
        </div>
      )}
      {edges.length >= MOST_POINTS && (
        <Text size="sm" c="dimmed">
          {words.cut(edges.length)}
        </Text>
      )}
      <StatTiles stats={stats} unit={monitor.unit} />
      <ReadingsTable points={points} unit={monitor.unit} name={monitor.name} />
    </Card>
  );
}

function Latest({ value, unit }: { readonly value: number; readonly unit: string }) {
  const formats = useFormats();
  return (
    <>
      {formats.number(value)}{' '}
      <Text span c="dimmed">
        {unit}
      </Text>
    </>
  );
}
