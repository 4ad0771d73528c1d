// One count over the seven parts of a period, as a chart; all of them as a table.
import { useQuery } from '@apollo/client/react';
import { Group, NativeSelect, SegmentedControl, Skeleton, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { graphql, unmask } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import { dashboardWords } from './dashboard-words';
import type { Period } from './reporting-period';
import { MEASURES, type Measure, TrendTable } from './trend-table';

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart')).TrendChart }));

const partFragment = graphql(`
  fragment Trend_part on AdminDashboard {
    period
    messageCount
    postCount
    orderCount
    appointmentCount
    enrollmentCount
    signUpCount
    alertCount
  }
`);

/** Ten questions at most fit into one request; seven parts do. */
const overTime = graphql(`
  query OverTime(
    $p0: PeriodInput!
    $p1: PeriodInput!
    $p2: PeriodInput!
    $p3: PeriodInput!
    $p4: PeriodInput!
    $p5: PeriodInput!
    $p6: PeriodInput!
  ) {
    d0: adminDashboard(period: $p0) {
      ...Trend_part
    }
    d1: adminDashboard(period: $p1) {
      ...Trend_part
    }
    d2: adminDashboard(period: $p2) {
      ...Trend_part
    }
    d3: adminDashboard(period: $p3) {
      ...Trend_part
    }
    d4: adminDashboard(period: $p4) {
      ...Trend_part
    }
    d5: adminDashboard(period: $p5) {
      ...Trend_part
    }
    d6: adminDashboard(period: $p6) {
      ...Trend_part
    }
  }
`);

type Seven = Record<'p0' | 'p1' | 'p2' | 'p3' | 'p4' | 'p5' | 'p6', Period>;

export function Trend({ parts }: { readonly parts: readonly Period[] }) {
  const words = useWords(dashboardWords);
  const [measure, setMeasure] = useState<Measure>('messageCount');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const variables = Object.fromEntries(parts.map((part, at) => [`p${at}`, part])) as Seven;
  const result = useQuery(overTime, { variables });
  return (
    <section aria-labelledby="over-time">
      <Group justify="space-between" mt="xl" mb="md">
        <Title order={2} size="h3" id="over-time">
          {words.overTime}
        </Title>
        <Group gap="sm">
          {form === 'chart' && (
            <NativeSelect
              aria-label={words.measure}
              value={measure}
              onChange={(event) => setMeasure(event.currentTarget.value as Measure)}
              data={MEASURES.map((name) => ({ value: name, label: words.names[name] }))}
            />
          )}
          <SegmentedControl
            aria-label={words.overTime}
            value={form}
            onChange={(chosen) => setForm(chosen as 'chart' | 'table')}
            data={(['chart', 'table'] as const).map((value) => ({ value, label: words[value] }))}
          />
        </Group>
      </Group>
      <Card>
        <Answer of={result} skeleton={<Skeleton height={280} />}>
          {({ d0, d1, d2, d3, d4, d5, d6 }) => {
            const counts = unmask(partFragment, [d0, d1, d2, d3, d4, d5, d6]);
            const rows = counts.map((count, at) => ({ ...count, from: parts[at]?.from ?? '' }));
            return form === 'table' ? (
              <TrendTable rows={rows} />
            ) : (
              <Suspense fallback={<Skeleton height={280} />}>
                <TrendChart rows={rows} measure={measure} />
              </Suspense>
            );
          }}
        </Answer>
      </Card>
    </section>
  );
}
