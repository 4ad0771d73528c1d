// Idempotency keys in PostgreSQL, in the transaction of the effect they guard: a crash takes back both.
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { fingerprint } from '../idempotency/fingerprint.js';
import {
  type EarlierUse,
  forgottenBefore,
  type OnceRequest,
  refuseKey,
  replay,
  runAndKeep,
} from '../idempotency/once-request.js';
import type { Refusal } from '../refusal/refusal.js';

/** Statements for a migration. */
export const idempotencyTables: readonly string[] = [
  `create table idempotency_keys (
    actor text not null,
    operation text not null,
    key text not null,
    fingerprint text not null,
    outcome text,
    created_at timestamptz not null,
    primary key (actor, operation, key)
  )`,
  'create index idempotency_keys_created_at on idempotency_keys (created_at)',
];

/**
 * Runs `run` at most once per (actor, operation, key), inside em's transaction (READ COMMITTED). A concurrent twin waits
 * for the first to end and then replays its outcome. Refuses with IDEMPOTENCY_KEY_REUSED when the input differs.
 */
export async function once<T>(
  em: SqlEntityManager,
  request: OnceRequest,
  run: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (!em.isInTransaction()) throw new Error('an idempotency key is taken inside the transaction it guards');
  const unusable = refuseKey(request);
  if (unusable) return unusable;
  const key = [request.actor, request.operation, request.key];
  // The primary key makes a twin wait here. A forgotten key is taken over as if it were new.
  const taken = await em.execute<object[]>(
    `insert into idempotency_keys (actor, operation, key, fingerprint, created_at) values (?, ?, ?, ?, ?)
     on conflict (actor, operation, key) do update
       set fingerprint = excluded.fingerprint, created_at = excluded.created_at, outcome = null
       where idempotency_keys.created_at <= ?
     returning key`,
    [...key, fingerprint(request.input), request.now, forgottenBefore(request)],
  );
  if (taken.length === 0) {
    const [earlier] = await em.execute<EarlierUse[]>(
      'select fingerprint, outcome from idempotency_keys where actor = ? and operation = ? and key = ?',
      key,
    );
    // Only a sweep by another transaction, at the very moment the key turned 24 hours old, can have removed it.
    return earlier ? replay(earlier, request) : once(em, request, run);
  }
  await sweep(em, request);
  const where = 'where actor = ? and operation = ? and key = ?';
  return runAndKeep(
    run,
    (outcome) => em.execute(`update idempotency_keys set outcome = ? ${where}`, [outcome, ...key]),
    () => em.execute(`delete from idempotency_keys ${where}`, key),
  );
}

/** Each new key removes up to ten forgotten ones, so that the table stays small without a job. */
async function sweep(em: SqlEntityManager, request: OnceRequest): Promise<void> {
  await em.execute(
    `delete from idempotency_keys where (actor, operation, key) in (select actor, operation, key from idempotency_keys
     where created_at <= ? order by created_at limit 10 for update skip locked)`,
    [forgottenBefore(request)],
  );
}
