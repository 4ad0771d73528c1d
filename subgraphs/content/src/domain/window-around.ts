// The page around an anchor: as much on both sides as there is, and more on one side where the other runs short.

/** `older` ends with the anchor, `newer` begins after it; each holds up to `size + 1` rows when there are as many. */
export function windowAround<T>(older: readonly T[], newer: readonly T[], size: number) {
  const half = Math.min(newer.length, Math.floor(size / 2));
  const before = Math.min(older.length, size - half);
  const behind = Math.min(newer.length, size - before);
  return {
    rows: [...older.slice(older.length - before), ...newer.slice(0, behind)],
    hasPrevious: older.length > before,
    hasNext: newer.length > behind,
  };
}
