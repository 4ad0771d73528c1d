// All readers, opened once. Each answers only what the asker may see.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { eventReaders } from './event-readers.js';
import { readAppointments } from './read-appointments.js';
import { readCalendar } from './read-calendar.js';
import { readCounts } from './read-counts.js';
import { readOfferings } from './read-offerings.js';
import { readSchedules } from './read-schedules.js';
import { readSlots } from './read-slots.js';

export type Fork = () => EntityManager;
export type Readers = ReturnType<typeof readersOf>;

export const readersOf = (fork: Fork, seal: CursorSeal) => ({
  appointments: readAppointments(fork, seal),
  ...eventReaders(fork),
  calendar: readCalendar(fork),
  counts: readCounts(fork),
  offerings: readOfferings(fork),
  schedules: readSchedules(fork),
  slots: readSlots(fork),
});
