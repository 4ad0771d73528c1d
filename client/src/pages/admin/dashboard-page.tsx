// What happened in a period, in numbers and over time. The period stands in the address.
import { useQuery } from '@apollo/client/react';
import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useToday } from '@/parts/use-today';
import { Answer, Lines } from '@/ui/answer';
import { Page as Frame } from '@/ui/page';
import { ownTimeZone } from '@/words/formats';
import { useWords } from '@/words/words';
import { AdminNavigation } from './admin-navigation';
import { dashboardWords } from './dashboard-words';
import { Figures } from './figures';
import { periodsOf, SPANS, spanOf } from './reporting-period';
import { Trend } from './trend';

const dashboard = graphql(`
  query Dashboard($current: PeriodInput!, $previous: PeriodInput!) {
    current: adminDashboard(period: $current) {
      ...Figures_dashboard
    }
    previous: adminDashboard(period: $previous) {
      ...Figures_dashboard
    }
  }
`);

export function Page() {
  const words = useWords(dashboardWords);
  const [address, setAddress] = useSearchParams();
  const zone = ownTimeZone();
  const today = useToday(zone);
  const span = spanOf(address.get('days'));
  const { current, previous, parts } = useMemo(() => periodsOf(today, span, zone), [today, span, zone]);
  const result = useQuery(dashboard, { variables: { current, previous } });
  const shown = { ...result, data: result.data ?? result.previousData };
  return (
    <Frame
      title={words.title}
      lead={words.lead}
      actions={
        <SegmentedControl
          aria-label={words.period}
          value={String(span)}
          onChange={(days) => setAddress({ days }, { replace: true })}
          data={SPANS.map((days) => ({ value: String(days), label: words.spans[`${days}`] }))}
        />
      }
    >
      <AdminNavigation />
      <Answer of={shown} skeleton={<Lines count={3} height={110} />}>
        {({ current: now, previous: before }) => <Figures now={now} before={before} />}
      </Answer>
      <Trend parts={parts} />
    </Frame>
  );
}
