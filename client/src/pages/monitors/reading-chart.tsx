// The line itself. Loaded with its library only when a monitor is looked at; what it shows is in the table too.
import '@mantine/charts/styles.css';
import { ChartTooltip, LineChart } from '@mantine/charts';
import { useFormats } from '@/words/formats';
import type { Point } from './windows';

interface ReadingChartProps {
  readonly points: readonly Point[];
  readonly name: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Of the rules: drawn as lines across. */
  readonly thresholds: readonly number[];
}

const DAY_MS = 86_400_000;

export function ReadingChart({ points, name, unit, from, to, thresholds }: ReadingChartProps) {
  const formats = useFormats();
  const series = [{ name: 'value', label: name, color: 'iris.6' }];
  const inUnit = (value: number) => `${formats.number(value)} ${unit}`;
  const tick = (at: number) => (to - from > 2 * DAY_MS ? formats.date(new Date(at)) : formats.time(new Date(at)));
  const ends = Array.from({ length: 5 }, (_, at) => from + ((to - from) * at) / 4);
  return (
    <LineChart
      h="100%"
      data={[...points]}
      dataKey="at"
      series={series}
      curveType="linear"
      accessibilityLayer={false}
      withDots={points.length < 80}
      dotProps={{ r: 3 }}
      lineProps={{ isAnimationActive: false }}
      valueFormatter={formats.number}
      xAxisProps={{
        type: 'number',
        scale: 'time',
        domain: [from, to],
        ticks: ends,
        tickFormatter: tick,
        minTickGap: 24,
      }}
      yAxisProps={{ domain: ['auto', 'auto'], width: 48 }}
      referenceLines={[...new Set(thresholds)].map((y) => ({
        y,
        color: 'red.7',
        label: inUnit(y),
        ifOverflow: 'extendDomain' as const,
      }))}
      tooltipProps={{
        content: ({ label, payload }) => (
          <ChartTooltip
            label={typeof label === 'number' ? formats.dateTime(new Date(label)) : undefined}
            payload={[...(payload ?? [])]}
            series={series}
            valueFormatter={inUnit}
          />
        ),
      }}
    />
  );
}
