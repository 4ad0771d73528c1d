// The statistics of a period, side by side.
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { monitorWords } from './monitor-words';
import classes from './monitors.module.css';
import type { Stats } from './stats-with';

export function StatTiles({ stats, unit }: { readonly stats: Stats; readonly unit: string }) {
  const words = useWords(monitorWords);
  const formats = useFormats();
  const inUnit = (value: number | null) => (value === null ? '–' : `${formats.number(value)} ${unit}`);
  const tiles = [
    [words.average, inUnit(stats.avg)],
    [words.least, inUnit(stats.min)],
    [words.greatest, inUnit(stats.max)],
    [words.count, formats.number(stats.count)],
  ] as const;
  return (
    <dl className={classes['stats']}>
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
