// The only door to writing: everything a use case writes is one transaction, and nothing is told before it is committed.
import type { OnceRequest } from '@mosaic/kernel/idempotency/once-request';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { once } from '@mosaic/kernel/stores/mongo-idempotency';
import { appendToOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import { commit, inTransaction, isDuplicateKey } from '@mosaic/kernel/stores/mongo-transactions';
import { Turns } from '@mosaic/kernel/stores/turns';
import type { Clock } from '@mosaic/kernel/values/time';
import type { ClientSession, Connection } from 'mongoose';
import type { Collections } from './records/collections.js';
import { writeCourses } from './writers/write-courses.js';
import { writeEnrollments } from './writers/write-enrollments.js';
import { writeLearning } from './writers/write-learning.js';
import { writePeople } from './writers/write-people.js';
import { writeQuizzes } from './writers/write-quizzes.js';

export interface UnitParts {
  connection: Connection;
  collections: Collections;
  /** Tells the relay that the outbox grew. */
  pokeRelay: () => void;
  clock: Clock;
}

export type Unit = ReturnType<typeof unitOf>;
export type Transact = ReturnType<typeof unitOfWork>;

function unitOf({ connection, collections, clock }: UnitParts, session: ClientSession) {
  const announced: OutboxEvent[] = [];
  return {
    now: clock.now(),
    announced,
    session,
    courses: writeCourses(collections, session),
    enrollments: writeEnrollments(collections, session),
    learning: writeLearning(collections, session),
    quizzes: writeQuizzes(collections, session),
    people: writePeople(collections, session),
    announce: async (...events: OutboxEvent[]) => {
      announced.push(...events);
      await appendToOutbox(connection, session, events);
    },
    /** Runs `run` once per actor, operation and key; the second time answers with the stored outcome. */
    once: <T>(request: OnceRequest, run: () => Promise<T | Refusal>) => once(connection, session, request, run),
  };
}

/**
 * `transact(turns, work)`: runs `work` in a transaction, one at a time per turn in this process. A refusal rolls back
 * everything. Conflicts with other processes are retried, so `work` may run several times and must only write
 * through its unit.
 */
export function unitOfWork(parts: UnitParts) {
  const turns = new Turns();
  return <T>(turn: string | readonly string[], work: (unit: Unit) => Promise<T | Refusal>): Promise<T | Refusal> =>
    turns.take([turn].flat(), async () => {
      const { result, unit } = await inTransaction(
        parts.connection,
        async (session) => {
          const attempt = unitOf(parts, session);
          const outcome = await work(attempt);
          if (!isRefusal(outcome)) await commit(session);
          return { result: outcome, unit: attempt };
        },
        // A unique index that says no: somebody else was first, and the next attempt sees what they did.
        isDuplicateKey,
      );
      if (!isRefusal(result) && unit.announced.length > 0) parts.pokeRelay();
      return result;
    });
}
