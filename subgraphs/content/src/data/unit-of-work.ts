// The only door to writing: everything a use case writes is one transaction, and nothing is told before it is committed.
import type { OnceRequest } from '@mosaic/kernel/idempotency/once-request';
import type { WakeUps } from '@mosaic/kernel/live/live-event';
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { once } from '@mosaic/kernel/stores/mongo-idempotency';
import { appendToOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import { commit, inTransaction } from '@mosaic/kernel/stores/mongo-transactions';
import { Turns } from '@mosaic/kernel/stores/turns';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Clock } from '@mosaic/kernel/values/time';
import type { ClientSession, Connection } from 'mongoose';
import { ownNotices } from './notices.js';
import type { Collections } from './records/collections.js';
import { writeAlerts } from './writers/write-alerts.js';
import { writeComments } from './writers/write-comments.js';
import { writeFollows } from './writers/write-follows.js';
import { writeMonitors } from './writers/write-monitors.js';
import { writeNotifications } from './writers/write-notifications.js';
import { writePeople } from './writers/write-people.js';
import { writePosts } from './writers/write-posts.js';
import { writeReactions } from './writers/write-reactions.js';
import { writeRooms } from './writers/write-rooms.js';
import { writeTopics } from './writers/write-topics.js';

export interface UnitParts {
  connection: Connection;
  collections: Collections;
  wakeUps: WakeUps;
  /** Tells the relay that the outbox grew. */
  pokeRelay: () => void;
  clock: Clock;
  mintId: MintId;
}

export type Unit = ReturnType<typeof unitOf>;
export type Transact = ReturnType<typeof unitOfWork>;

function unitOf({ connection, collections, clock, mintId }: UnitParts, session: ClientSession) {
  const grown = new Set<string>();
  const announced: OutboxEvent[] = [];
  const wakes = (topic: string) => void grown.add(topic);
  const now = clock.now();
  const topics = writeTopics(collections, session, now, wakes);
  const send = async (event: OutboxEvent) => {
    announced.push(event);
    await appendToOutbox(connection, session, [event]);
  };
  const notifications = writeNotifications(collections, session, { now, mintId, topics, announce: send });
  return {
    now,
    grown,
    announced,
    session,
    rooms: writeRooms(collections, session, now, topics, wakes),
    reactions: writeReactions(collections, session),
    monitors: writeMonitors(collections, session),
    alerts: writeAlerts(collections, session, now, topics),
    posts: writePosts(collections, session, now),
    comments: writeComments(collections, session),
    follows: writeFollows(collections, session, now),
    people: writePeople(collections, session),
    notifications,
    /** Tells the other subgraphs, and those of our people whom it concerns. */
    announce: async (event: OutboxEvent) => {
      await send(event);
      for (const telling of ownNotices.flatMap(({ tell }) => tell(event))) await notifications.tell(telling);
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
      const { result, unit } = await inTransaction(parts.connection, async (session) => {
        const attempt = unitOf(parts, session);
        const outcome = await work(attempt);
        if (!isRefusal(outcome)) await commit(session);
        return { result: outcome, unit: attempt };
      });
      if (isRefusal(result)) return result;
      for (const topic of unit.grown) void parts.wakeUps.wake(topic);
      if (unit.announced.length > 0) parts.pokeRelay();
      return result;
    });
}
