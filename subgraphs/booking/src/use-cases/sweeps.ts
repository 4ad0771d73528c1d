// What becomes due by the clock alone.
import { hours, type Milliseconds } from '@mosaic/kernel/values/time';
import { trimCalendars } from '../data/live/calendar-log.js';
import type { Fork } from '../data/readers/readers.js';
import type { Rooms } from './rooms.js';

interface Sweep {
  readonly name: string;
  readonly every: Milliseconds;
  /** Settles some of what is due and answers how many. */
  readonly work: () => Promise<number>;
}

export const sweepsIn = ({ clock }: Rooms, fork: Fork): readonly Sweep[] => [
  { name: 'forget old calendar events', every: hours(1), work: () => trimCalendars(fork, clock.now()) },
  //
];
