// What the tests of commerce share: a real PostgreSQL per test file, a clock that moves by hand, and the rooms.
import { randomBytes } from 'node:crypto';
import { openDatabase as openEmptyDatabase } from '@mosaic/embedded/postgres/open-database';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { mintId } from '@mosaic/kernel/values/ids';
import { type Clock, later, type Milliseconds } from '@mosaic/kernel/values/time';
import { type CommerceConfig, readCommerceConfig } from '../../src/config.js';
import { type OpenCommerce, type Overrides, openCommerce } from '../../src/subgraph.js';

export class HandClock implements Clock {
  #now = new Date('2026-11-21T09:00:00.000Z');

  now(): Date {
    return this.#now;
  }

  advance(by: Milliseconds): void {
    this.#now = later(this.#now, by);
  }
}

export const environment = (databaseUrl: string, more: Record<string, string> = {}): Record<string, string> => {
  const key = randomBytes(32).toString('base64url');
  return {
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    // Nobody listens here: what is announced waits in the outbox, where the tests read it.
    REDIS_URL: 'redis://127.0.0.1:9',
    MOSAIC_CURSOR_KEY: key,
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'c', keys: { c: key } }),
    STRIPE_SECRET_KEY: 'sk_test_commerce',
    STRIPE_WEBHOOK_SECRET: 'whsec_commerce',
    // Nobody listens here either.
    STRIPE_API_URL: 'http://127.0.0.1:9',
    ...more,
  };
};

export const quiet = createLogger('commerce', 'CRITICAL');

/** The URL of an empty database, which is dropped when the scope closes. */
export async function openDatabase(scope: Scope): Promise<string> {
  const { url } = scope.own(await openEmptyDatabase(), (database) => database.close());
  return url;
}

export interface Lab {
  readonly rooms: OpenCommerce;
  readonly clock: HandClock;
  readonly config: CommerceConfig;
  readonly queries: string[];
  /** Rows as the table holds them, for tests that must not trust an answer. */
  rows<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** What was announced so far, oldest first, as `[name, payload]`. */
  announced(): Promise<[string, unknown][]>;
  close(): Promise<void>;
}

export async function openLab(overrides: Overrides = {}, more: Record<string, string> = {}): Promise<Lab> {
  const scope = new Scope();
  const config = readCommerceConfig(environment(await openDatabase(scope), more));
  const clock = new HandClock();
  const queries: string[] = [];
  const onQuery = (sql: string) => queries.push(sql);
  const rooms = await openCommerce(scope, config, { clock, log: quiet, onQuery, ...overrides });
  const rows: Lab['rows'] = async (sql, parameters = []) => rooms.orm.em.fork().execute(sql, parameters);
  return {
    rooms,
    clock,
    config,
    queries,
    rows,
    announced: async () =>
      (await rows<{ name: string; payload: unknown }>('select name, payload from outbox order by seq')).map(
        ({ name, payload }) => [name, payload],
      ),
    close: () => scope.close(),
  };
}

export const person = (role: 'USER' | 'COACH' | 'ADMIN' = 'USER'): Viewer => ({
  id: mintId('User'),
  sessionId: mintId('Session'),
  role,
});

/** The outcome that is not a refusal; throws on one. */
export function granted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code} ${outcome.message}`);
  return outcome;
}

/** The code of a refusal; throws when there is none. */
export function codeOf(outcome: unknown): string {
  if (!isRefusal(outcome)) throw new Error(`not refused: ${JSON.stringify(outcome)}`);
  return outcome.code;
}
