// The only door to writing: everything a use case writes is one transaction, and nothing is told before it is committed.
import type { OnceRequest } from '@mosaic/kernel/idempotency/once-request';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { once } from '@mosaic/kernel/stores/mongo-idempotency';
import { appendToOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import { commit, inTransaction } from '@mosaic/kernel/stores/mongo-transactions';
import { Turns } from '@mosaic/kernel/stores/turns';
import type { Clock } from '@mosaic/kernel/values/time';
import type { ClientSession, Connection } from 'mongoose';
import type { Collections } from './records/collections.js';
import { writeAlbums } from './writers/write-albums.js';
import { writeKnown } from './writers/write-known.js';
import { writeMedia } from './writers/write-media.js';
import { writeUploads } from './writers/write-uploads.js';

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
  const now = clock.now();
  return {
    now,
    announced,
    session,
    media: writeMedia(collections, session, now),
    uploads: writeUploads(collections, session, now),
    albums: writeAlbums(collections, session),
    known: writeKnown(collections, session),
    announce: async (event: OutboxEvent) => {
      announced.push(event);
      await appendToOutbox(connection, session, [event]);
    },
    /** Runs `run` once per actor, operation and key; the second time answers with the stored outcome. */
    once: <T>(request: OnceRequest, run: () => Promise<T | Refusal>) => once(connection, session, request, run),
  };
}

/**
 * `transact(turn, work)`: runs `work` in a transaction, one at a time per turn in this process. A refusal rolls back
 * everything. Conflicts with other processes are retried, so `work` may run several times and must only write
 * through its unit.
 */
export function unitOfWork(parts: UnitParts) {
  const turns = new Turns();
  return <T>(turn: string, work: (unit: Unit) => Promise<T | Refusal>): Promise<T | Refusal> =>
    turns.take([turn], async () => {
      const { result, unit } = await inTransaction(parts.connection, async (session) => {
        const attempt = unitOf(parts, session);
        const outcome = await work(attempt);
        if (!isRefusal(outcome)) await commit(session);
        return { result: outcome, unit: attempt };
      });
      if (!isRefusal(result) && unit.announced.length > 0) parts.pokeRelay();
      return result;
    });
}
