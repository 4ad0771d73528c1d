// The outbox and the inbox in MongoDB: written in the caller's transaction, published by whoever holds the lease.
import { randomUUID } from 'node:crypto';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { v7 } from 'uuid';
import type { OutboxEvent } from '../outbox/event.js';
import type { OutboxSource } from '../outbox/source.js';
import { days, later, seconds } from '../values/time.js';

const DUPLICATE_KEY = 11_000;
/** How long a relay that died keeps others waiting. Longer than any one batch takes. */
const LEASE_MS = seconds(10);

interface OutboxDocument extends Omit<OutboxEvent, 'id'> {
  _id: string;
  /** A UUIDv7 minted when it was appended: the order of each key, because two transactions on one key cannot overlap. */
  position: string;
  /** Null is the relay's work list. */
  publishedAt: Date | null;
}

const outboxOf = (connection: Connection) => connection.collection<OutboxDocument>('outbox');
const leaseOf = (connection: Connection) =>
  connection.collection<{ _id: string; holder: string; until: Date }>('outbox_lease');
const inboxOf = (connection: Connection) => connection.collection<{ _id: string; appliedAt: Date }>('inbox');

/** Makes the indexes; published events go after 7 days, inbox documents after 14. Idempotent. */
export async function ensureOutbox(connection: Connection): Promise<void> {
  const expireAfterSeconds = (lifetime: number) => ({ expireAfterSeconds: lifetime / 1_000 });
  await outboxOf(connection).createIndex({ publishedAt: 1, position: 1 });
  await outboxOf(connection).createIndex({ publishedAt: 1 }, expireAfterSeconds(days(7)));
  await outboxOf(connection).createIndex({ occurredAt: 1 });
  await inboxOf(connection).createIndex({ appliedAt: 1 }, expireAfterSeconds(days(14)));
}

/** Appends in the order given. Throws outside a transaction: an event must stand or fall with the change it tells of. */
export async function appendToOutbox(
  connection: Connection,
  session: ClientSession,
  events: readonly OutboxEvent[],
): Promise<void> {
  requireTransaction(session);
  if (events.length === 0) return;
  const documents = events.map(({ id, ...event }) => ({ _id: id, ...event, position: v7(), publishedAt: null }));
  await outboxOf(connection).insertMany(documents, { session });
}

/**
 * False when this reaction had applied this event before. A concurrent twin gets a WriteConflict, which the caller's
 * withTransaction() retries; an insert that met a duplicate key would abort the transaction instead.
 */
export async function recordApplied(
  connection: Connection,
  session: ClientSession,
  reaction: string,
  eventId: string,
): Promise<boolean> {
  requireTransaction(session);
  const { upsertedCount } = await inboxOf(connection).updateOne(
    { _id: `${reaction}:${eventId}` },
    { $setOnInsert: { appliedAt: new Date() } },
    { upsert: true, session },
  );
  return upsertedCount === 1;
}

/** One relay at a time drains; one that dies is replaced when its lease runs out. */
export function mongoOutbox(connection: Connection): OutboxSource {
  const holder = randomUUID();
  return {
    async drain(publish, limit) {
      if (!(await holdLease(connection, holder))) return 0;
      const documents = await readWaiting(connection, limit);
      if (documents.length === 0) return 0;
      await publish(
        documents.map(({ _id, position: _position, publishedAt: _publishedAt, ...event }) => ({ id: _id, ...event })),
      );
      const published = { _id: { $in: documents.map(({ _id }) => _id) } };
      await outboxOf(connection).updateMany(published, { $set: { publishedAt: new Date() } });
      return documents.length;
    },
    async rewind(since) {
      await outboxOf(connection).updateMany({ occurredAt: { $gte: since } }, { $set: { publishedAt: null } });
    },
  };
}

/** In a transaction, because only a snapshot shows a key's earlier event whenever it shows the later one. */
function readWaiting(connection: Connection, limit: number): Promise<OutboxDocument[]> {
  return connection.withSession((session) =>
    session.withTransaction(
      () =>
        outboxOf(connection)
          .find({ publishedAt: null }, { session })
          .sort({ position: 1 })
          .limit(limit)
          .toArray() as Promise<OutboxDocument[]>,
      { readConcern: { level: 'snapshot' } },
    ),
  );
}

/** Takes or renews the lease. Two relays whose clocks differ publish twice at worst, which inboxes absorb. */
async function holdLease(connection: Connection, holder: string): Promise<boolean> {
  const now = new Date();
  try {
    await leaseOf(connection).updateOne(
      { _id: 'relay', $or: [{ holder }, { until: { $lt: now } }] },
      { $set: { holder, until: later(now, LEASE_MS) } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    // The lease is another's: the filter found nothing, so the upsert met the document it may not replace.
    if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

function requireTransaction(session: ClientSession): void {
  if (!session.inTransaction())
    throw new Error('the outbox and the inbox are written inside the transaction they tell of');
}
