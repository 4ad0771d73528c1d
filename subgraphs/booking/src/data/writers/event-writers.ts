// Everything a unit writes about events.
import type { EntityManager } from '@mikro-orm/postgresql';
import { writeEvents } from './write-events.js';
import { writeExpenses } from './write-expenses.js';
import { writeInvitations } from './write-invitations.js';
import { writeSeats } from './write-seats.js';
import { writeTasks } from './write-tasks.js';

export const eventWriters = (em: EntityManager, now: Date) => ({
  events: writeEvents(em, now),
  seats: writeSeats(em, now),
  invitations: writeInvitations(em, now),
  tasks: writeTasks(em),
  expenses: writeExpenses(em, now),
});
