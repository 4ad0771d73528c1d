// What becomes due by the clock alone.
import { hours, type Milliseconds, seconds } from '@mosaic/kernel/values/time';
import { trimCalendars } from '../data/live/calendar-log.js';
import type { Fork } from '../data/readers/readers.js';
import { passOnOffers } from './pass-on-offers.js';
import type { Rooms } from './rooms.js';
import { releaseExpired } from './settle-claims.js';

interface Sweep {
  readonly name: string;
  readonly every: Milliseconds;
  /** Settles some of what is due and answers how many. */
  readonly work: () => Promise<number>;
}

export const sweepsIn = (rooms: Rooms, fork: Fork): readonly Sweep[] => [
  { name: 'release holds that are over', every: seconds(2), work: () => releaseExpired(rooms) },
  { name: 'forget old calendar events', every: hours(1), work: () => trimCalendars(fork, rooms.clock.now()) },
  { name: 'pass on offered seats', every: seconds(30), work: () => passOnOffers(rooms) },
  //
];
