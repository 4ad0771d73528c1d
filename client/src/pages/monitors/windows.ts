// The periods a monitor is looked at, as the graph names them (ISO 8601), and what falls into one.

export const windows = ['PT24H', 'P7D', 'P30D'] as const;
export type Window = (typeof windows)[number];

const HOUR_MS = 3_600_000;
const lengths: Readonly<Record<Window, number>> = {
  PT24H: 24 * HOUR_MS,
  P7D: 7 * 24 * HOUR_MS,
  P30D: 30 * 24 * HOUR_MS,
};

export const isWindow = (text: unknown): text is Window => (windows as readonly unknown[]).includes(text);

/** When the window that ends at `now` began. */
export const beginOf = (window: Window, now: number): number => now - lengths[window];

export interface ReadingLike {
  readonly at: string;
  readonly value: number;
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

/** The readings of the window as a line is drawn, the oldest first. */
export const pointsWithin = (readings: readonly ReadingLike[], window: Window, now: number): readonly Point[] =>
  readings
    .map(({ at, value }) => ({ at: Date.parse(at), value }))
    .filter(({ at }) => at >= beginOf(window, now))
    .sort((one, other) => one.at - other.at);
