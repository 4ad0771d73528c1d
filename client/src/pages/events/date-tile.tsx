// The day of an event as a leaf of a calendar, in the colour of that event. Decorative: the date stands beside it.
import { tagOf, useLocale } from '@/words/locale';
import classes from './date-tile.module.css';
import { hueOf } from './hue-of';

interface DateTileProps {
  readonly instant: string;
  /** Gives it its colour. */
  readonly id: string;
}

export function DateTile({ instant, id }: DateTileProps) {
  const locale = useLocale();
  const date = new Date(instant);
  const month = new Intl.DateTimeFormat(tagOf(locale), { month: 'short' }).format(date);
  return (
    <div className={classes['tile']} style={{ '--hue': hueOf(id) } as React.CSSProperties} aria-hidden>
      <span className={classes['month']}>{month}</span>
      <span className={classes['day']}>{date.getDate()}</span>
    </div>
  );
}
