// A count over time as bars. Loaded by itself: charts are heavy.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { dashboardWords } from './dashboard-words';
import type { Measure, TrendRow } from './trend-table';

export function TrendChart({ rows, measure }: { readonly rows: readonly TrendRow[]; readonly measure: Measure }) {
  const words = useWords(dashboardWords);
  const { date, number } = useFormats();
  const name = words.names[measure];
  return (
    <figure style={{ margin: 0 }} aria-label={name}>
      <BarChart
        h={280}
        data={rows.map((row) => ({ from: date(row.from), [name]: row[measure] ?? 0 }))}
        dataKey="from"
        series={[{ name, color: 'iris.6' }]}
        valueFormatter={number}
        tickLine="none"
        gridAxis="x"
        barProps={{ radius: 6, isAnimationActive: false }}
        maxBarWidth={56}
      />
    </figure>
  );
}
