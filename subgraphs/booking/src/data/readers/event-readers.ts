// Everything that reads events.
import { readEventMoney } from './read-event-money.js';
import { readEventPeople } from './read-event-people.js';
import { readEventWork } from './read-event-work.js';
import { readEvents } from './read-events.js';
import type { Fork } from './readers.js';

export const eventReaders = (fork: Fork) => ({
  events: readEvents(fork),
  eventPeople: readEventPeople(fork),
  eventWork: readEventWork(fork),
  eventMoney: readEventMoney(fork),
});

export type EventReaders = ReturnType<typeof eventReaders>;
