// The outbox and the inbox in PostgreSQL. Events become visible to the relay in the order in which one key's were written.
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OutboxEvent } from '../outbox/event.js';
import type { OutboxSource } from '../outbox/source.js';

/** Statements for a migration. `published_at` null is the relay's work list. */
export const outboxTables: readonly string[] = [
  `create table outbox (
    id uuid primary key,
    xid xid8 not null default pg_current_xact_id(),
    seq bigint not null generated always as identity,
    name text not null,
    version integer not null,
    key text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    published_at timestamptz
  )`,
  'create index outbox_waiting on outbox (seq) where published_at is null',
  'create index outbox_published_at on outbox (published_at) where published_at is not null',
  'create index outbox_occurred_at on outbox (occurred_at)',
  `create table inbox (
    reaction text not null,
    event_id uuid not null,
    applied_at timestamptz not null default now(),
    primary key (reaction, event_id)
  )`,
  'create index inbox_applied_at on inbox (applied_at)',
];

/** Appends in the order given. Throws outside a transaction: an event must stand or fall with the change it tells of. */
export async function appendToOutbox(em: SqlEntityManager, events: readonly OutboxEvent[]): Promise<void> {
  requireTransaction(em);
  if (events.length === 0) return;
  await em.execute(
    `insert into outbox (id, name, version, key, payload, occurred_at)
     select (e->>'id')::uuid, e->>'name', (e->>'version')::integer, e->>'key', e->'payload', (e->>'occurredAt')::timestamptz
     from jsonb_array_elements(?::jsonb) with ordinality as given (e, at) order by at`,
    [JSON.stringify(events)],
    'run',
  );
}

/** False when this reaction had applied this event before. A twin that is still at it is waited for. */
export async function recordApplied(em: SqlEntityManager, reaction: string, eventId: string): Promise<boolean> {
  requireTransaction(em);
  const rows = await em.execute<object[]>(
    'insert into inbox (reaction, event_id) values (?, ?) on conflict do nothing returning reaction',
    [reaction, eventId],
  );
  return rows.length === 1;
}

interface OutboxRow extends Omit<OutboxEvent, 'occurredAt'> {
  occurred_at: string | Date;
}

/** One relay at a time drains: the advisory lock is the database's, and goes with the transaction that holds it. */
export function postgresOutbox(em: SqlEntityManager): OutboxSource {
  return {
    drain: (publish, limit) =>
      em.fork().transactional(async (tx) => {
        const [lock] = await tx.execute<{ taken: boolean }[]>(
          "select pg_try_advisory_xact_lock(hashtext('mosaic outbox')) as taken",
        );
        if (!lock?.taken) return 0;
        // NOTE: the guard on xid holds back everything that is newer than the oldest open transaction. Without it a row
        // whose transaction took its seq first but commits last would be overtaken by a later row of the same key; a
        // reader that moves a cursor along seq would even lose it. Behind the guard nothing can arrive any more, so seq,
        // taken under the lock of whatever the event is about, is the order of each key.
        const rows = await tx.execute<OutboxRow[]>(
          `select id, name, version, key, payload, occurred_at from outbox
           where published_at is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by seq limit ?`,
          [limit],
        );
        if (rows.length > 0) {
          await publish(rows.map(({ occurred_at, ...row }) => ({ ...row, occurredAt: new Date(occurred_at) })));
          await tx.execute('update outbox set published_at = now() where id = any(?::uuid[])', [
            `{${rows.map(({ id }) => id).join(',')}}`,
          ]);
        }
        await prune(tx);
        return rows.length;
      }),
    async rewind(since) {
      await em
        .fork()
        .execute('update outbox set published_at = null where occurred_at >= ? and published_at is not null', [since]);
    },
  };
}

/** Bounded work per run: published events go after 7 days, inbox rows after 14, when no relay repeats their events. */
async function prune(tx: SqlEntityManager): Promise<void> {
  await tx.execute(
    `delete from outbox where id in
     (select id from outbox where published_at < now() - interval '7 days' order by published_at limit 500)`,
  );
  await tx.execute(
    `delete from inbox where (reaction, event_id) in (select reaction, event_id from inbox
     where applied_at < now() - interval '14 days' order by applied_at limit 500 for update skip locked)`,
  );
}

function requireTransaction(em: SqlEntityManager): void {
  if (!em.isInTransaction())
    throw new Error('the outbox and the inbox are written inside the transaction they tell of');
}
