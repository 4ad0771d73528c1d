// Statistics after one more reading: known from those before it, so the server is not asked again.

export interface Stats {
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly avg: number | null;
}

export const statsWith = <S extends Stats>(stats: S, value: number): S => ({
  ...stats,
  count: stats.count + 1,
  min: Math.min(stats.min ?? value, value),
  max: Math.max(stats.max ?? value, value),
  avg: ((stats.avg ?? 0) * stats.count + value) / (stats.count + 1),
});
