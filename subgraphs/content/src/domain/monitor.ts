// A monitor: a series of numbers about one person, and theirs alone.
import type { Id } from '@mosaic/kernel/values/ids';

export const NAME = { longest: 80, lines: 'one' } as const;
export const UNIT = { longest: 20, lines: 'one' } as const;
export const MOST_MONITORS = 100;
export const MOST_RULES = 20;

export class Monitor {
  id: Id<'Monitor'>;
  ownerId: Id<'User'>;
  name: string;
  unit: string;
  createdAt: Date;
  /** How many readings it ever took; numbers them. */
  readingCount: number;
  /** How many rules watch it. */
  ruleCount: number;
  /** When its newest reading was taken; null before the first. */
  latestAt: Date | null;
  latestReadingId: Id<'Reading'> | null;
}

export class Reading {
  id: Id<'Reading'>;
  monitorId: Id<'Monitor'>;
  ownerId: Id<'User'>;
  value: number;
  /** When it was measured; may be long before it arrived. */
  at: Date;
  /** The nth of its monitor, in order of arrival; settles which of two at the same instant is newer. */
  number: number;
}

export interface ReadingStats {
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly avg: number | null;
}

export const noReadings: ReadingStats = { count: 0, min: null, max: null, avg: null };
