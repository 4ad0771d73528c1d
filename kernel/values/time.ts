// Time enters through a Clock, so that rules can be tested and the demo world can live in the past.

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Durations are always milliseconds; this names them where they are written down. */
export type Milliseconds = number;

export const seconds = (n: number): Milliseconds => n * 1_000;
export const minutes = (n: number): Milliseconds => n * 60_000;
export const hours = (n: number): Milliseconds => n * 3_600_000;
export const days = (n: number): Milliseconds => n * 86_400_000;

export const later = (from: Date, by: Milliseconds): Date => new Date(from.getTime() + by);
