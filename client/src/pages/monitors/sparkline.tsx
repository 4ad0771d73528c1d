// A small line without axes: where a measure is going. Decorative; the numbers stand beside it.
import classes from './monitors.module.css';
import { sparklinePath } from './sparkline-path';

const [WIDTH, HEIGHT] = [220, 48];

export function Sparkline({ values }: { readonly values: readonly number[] }) {
  return (
    <svg
      className={classes['sparkline']}
      viewBox={`-2 -3 ${WIDTH + 4} ${HEIGHT + 6}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={sparklinePath(values, WIDTH, HEIGHT)} />
    </svg>
  );
}
