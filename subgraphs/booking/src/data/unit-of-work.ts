// The only door to writing: everything a use case writes is one transaction, and nothing is told before it is committed.
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { OnceRequest } from '@mosaic/kernel/idempotency/once-request';
import type { WakeUps } from '@mosaic/kernel/live/live-event';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { once } from '@mosaic/kernel/stores/postgres-idempotency';
import { appendToOutbox, recordApplied } from '@mosaic/kernel/stores/postgres-outbox';
import type { Clock } from '@mosaic/kernel/values/time';
import { calendarTopic } from '../domain/calendar.js';
import { lockAll } from './locks.js';
import { eventWriters } from './writers/event-writers.js';
import { writeAppointments } from './writers/write-appointments.js';
import { writeCalendars } from './writers/write-calendars.js';
import { writeOfferings } from './writers/write-offerings.js';
import { writeSchedules } from './writers/write-schedules.js';

export interface UnitParts {
  orm: MikroORM;
  wakeUps: WakeUps;
  clock: Clock;
  /** Tells the relay that the outbox grew. */
  pokeRelay: () => void;
}

export type Unit = ReturnType<typeof unitOf>;
export type Transact = ReturnType<typeof unitOfWork>;

function unitOf(em: EntityManager, now: Date) {
  const announced: OutboxEvent[] = [];
  const calendars = writeCalendars(em, now);
  return {
    now,
    em,
    announced,
    calendars,
    schedules: writeSchedules(em),
    offerings: writeOfferings(em),
    appointments: writeAppointments(em),
    ...eventWriters(em, now),
    /** Stands or falls with everything else in the unit. */
    announce: (event: OutboxEvent) => void announced.push(event),
    /** Waits until nobody else works on any of these (a host's time, a buyer's holds); held until the unit ends. */
    lock: (...subjects: string[]) => lockAll(em, subjects),
    /** Runs `run` once per actor, operation and key; the second time answers with the stored outcome. */
    once: <T>(request: Omit<OnceRequest, 'now'>, run: () => Promise<T | Refusal>) => once(em, { ...request, now }, run),
    /** False when this reaction had applied this event before. */
    recordApplied: (reaction: string, eventId: string) => recordApplied(em, reaction, eventId),
  };
}

const MOST_TRIES = 3;
const DEADLOCK = '40P01';
const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === DEADLOCK;

/**
 * Runs `work` and commits; a refusal rolls back everything, and so does whatever throws. Locks are taken in one order, so
 * that no two units wait for each other: idempotency key, `lock`, rows by id, and last the counters of calendars. Should
 * two meet all the same, PostgreSQL ends one of them (40P01) and it is tried again: `work` may run several times and must
 * only write through its unit.
 */
export function unitOfWork({ orm, wakeUps, clock, pokeRelay }: UnitParts) {
  return async <T>(work: (unit: Unit) => Promise<T | Refusal>): Promise<T | Refusal> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const { outcome, unit } = await attempt(orm, clock.now(), work);
        if (isRefusal(outcome)) return outcome;
        for (const person of unit.calendars.grown()) void wakeUps.wake(calendarTopic(person));
        if (unit.announced.length > 0) pokeRelay();
        return outcome;
      } catch (error) {
        if (!isDeadlock(error) || tries === MOST_TRIES) throw error;
      }
    }
  };
}

async function attempt<T>(orm: MikroORM, now: Date, work: (unit: Unit) => Promise<T | Refusal>) {
  const em = orm.em.fork();
  await em.begin();
  try {
    const unit = unitOf(em, now);
    const outcome = await work(unit);
    if (isRefusal(outcome)) await em.rollback();
    else {
      await em.flush();
      await appendToOutbox(em, unit.announced);
      await unit.calendars.flush();
      await em.commit();
    }
    return { outcome, unit };
  } catch (error) {
    if (em.isInTransaction()) await em.rollback();
    throw error;
  }
}
