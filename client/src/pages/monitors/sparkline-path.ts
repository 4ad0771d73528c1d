// The path of a small line without axes, within a box of the given size; the newest value is at its right end.

const round = (value: number): number => Math.round(value * 10) / 10;

/** Empty for fewer than two values: a line needs two. Equal values run through the middle. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return '';
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  const step = width / (values.length - 1);
  return values
    .map((value, at) => {
      const y = span === 0 ? height / 2 : height - ((value - least) / span) * height;
      return `${at === 0 ? 'M' : 'L'}${round(at * step)} ${round(y)}`;
    })
    .join(' ');
}
