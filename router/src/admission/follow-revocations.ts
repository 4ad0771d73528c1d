// Sessions that ended before their access tokens did. `users` announces them on its event stream; every router reads
// that stream from one token lifetime ago, so a restarted router knows what the others know.

import { withTimeout } from '@mosaic/kernel/deadline/deadline';
import { accessTokenLifetime } from '@mosaic/kernel/identity/access-token';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { isKind, streamOf } from '@mosaic/kernel/outbox/event';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { fromFields } from '@mosaic/kernel/stores/stream-entry';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { sessionsRevoked } from '@mosaic/schema/events/users';
import type { Redis } from 'ioredis';

const BLOCK = seconds(5);
const BATCH = 500;
/** How much later than asked an answer may come before the connection counts as dead. */
const SILENCE = seconds(2);
/** A revocation is forgotten when no token of its session can live any more. */
const KEPT = accessTokenLifetime + minutes(1);

export class Revocations {
  readonly #until = new Map<string, number>();
  readonly #watchers = new Set<(sessionId: string) => void>();

  has(sessionId: string): boolean {
    return (this.#until.get(sessionId) ?? 0) > Date.now();
  }

  /** Calls `revoked` with every session that ends from now on. */
  watch(revoked: (sessionId: string) => void): void {
    this.#watchers.add(revoked);
  }

  add(sessionId: string): void {
    // Insertion order is order of expiry, because all are kept equally long.
    for (const [known, until] of this.#until) {
      if (until > Date.now()) break;
      this.#until.delete(known);
    }
    this.#until.delete(sessionId);
    this.#until.set(sessionId, Date.now() + KEPT);
    for (const revoked of this.#watchers) revoked(sessionId);
  }
}

/** Follows the stream until the scope closes. A dead Redis delays; what is known stays known. */
export function followRevocations(scope: Scope, redisUrl: string, log: Logger): Revocations {
  const revocations = new Revocations();
  const redis = connectRedis(redisUrl, 'blocking', log);
  const closing = new AbortController();
  const reading = read(redis, revocations, closing.signal, log);
  scope.defer(async () => {
    closing.abort();
    redis.disconnect();
    await reading;
  });
  return revocations;
}

async function read(redis: Redis, revocations: Revocations, closing: AbortSignal, log: Logger): Promise<void> {
  let position = `${Date.now() - KEPT}-0`;
  while (!closing.aborted) {
    try {
      const reading = redis.xread('COUNT', BATCH, 'BLOCK', BLOCK, 'STREAMS', streamOf('users'), position);
      const reply = await Promise.race([withTimeout(reading, BLOCK + SILENCE), aborted(closing)]);
      for (const [id, fields] of reply?.[0]?.[1] ?? []) {
        position = id;
        for (const sessionId of revokedBy(fields)) revocations.add(sessionId);
      }
    } catch (error) {
      if (closing.aborted) return;
      log.debug('the stream of revocations was not read', { error }); // connect-redis reports the outage, once
      if (error instanceof DOMException) redis.disconnect(true); // a silent server: start over
      await new Promise((resolve) => setTimeout(resolve, 500).unref());
    }
  }
}

/** Rejects when the signal aborts: a disconnected ioredis may leave its last command pending for ever. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.onabort = () => reject(signal.reason); // one listener, replaced with each read
  });

function revokedBy(fields: readonly string[]): readonly string[] {
  const event = fromFields(fields);
  if (!event || !isKind(sessionsRevoked, event)) return [];
  return sessionsRevoked.payload.safeParse(event.payload).data?.sessionIds ?? [];
}
