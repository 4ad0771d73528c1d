/** Index ranges of LRANGE, LTRIM, ZRANGE and GETRANGE: both ends included, negative ones count from the end. */

/** Gives the same range as `[start, end)` for Array.slice; empty ranges give start >= end. */
export function sliceRange(length: number, first: number, last: number): [start: number, end: number] {
  const start = first < 0 ? Math.max(0, length + first) : first;
  const end = last < 0 ? length + last : last;
  return [start, Math.min(end, length - 1) + 1];
}
