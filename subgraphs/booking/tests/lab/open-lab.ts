// What the tests of use cases work in: a real PostgreSQL per test file, a clock that moves by hand, and the rooms.
import { randomBytes } from 'node:crypto';
import { openDatabase as openEmptyDatabase } from '@mosaic/embedded/postgres/open-database';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { type Clock, later, type Milliseconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll } from 'vitest';
import { type BookingConfig, readBookingConfig } from '../../src/config.js';
import { type OpenBooking, type Overrides, openBooking } from '../../src/subgraph.js';

/** Saturday, 21 November 2026, 09:00 UTC, until it is moved. */
export class HandClock implements Clock {
  #now = new Date('2026-11-21T09:00:00.000Z');

  now(): Date {
    return this.#now;
  }

  advance(by: Milliseconds): void {
    this.#now = later(this.#now, by);
  }

  set(instant: string): void {
    this.#now = new Date(instant);
  }
}

const key = (): string => randomBytes(32).toString('base64url');

export const quiet = createLogger('booking', 'CRITICAL');

/** Without a Redis nobody is woken, and what is announced waits in the outbox, where the tests read it. */
export const configFor = (databaseUrl: string, redisUrl = 'redis://127.0.0.1:9'): BookingConfig =>
  readBookingConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    MOSAIC_CURSOR_KEY: key(),
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'test', keys: { test: key() } }),
  });

/** The URL of an empty database, which is dropped when the scope closes. */
export async function openDatabase(scope: Scope): Promise<string> {
  const { url } = scope.own(await openEmptyDatabase(), (database) => database.close());
  return url;
}

export interface Lab {
  readonly rooms: OpenBooking;
  readonly clock: HandClock;
  readonly config: BookingConfig;
  rows<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** What was announced so far, oldest first, as `[name, payload]`. */
  // biome-ignore lint/suspicious/noExplicitAny: a payload has the shape its event gave it
  announced(): Promise<[string, any][]>;
}

/** Opens before the first test of the file and closes after the last; `lab()` is there in between. */
export function openLab(overrides: Overrides = {}): () => Lab {
  const scope = new Scope();
  let lab: Lab;
  beforeAll(async () => {
    const clock = new HandClock();
    const config = configFor(await openDatabase(scope));
    const rooms = await openBooking(scope, config, { clock, log: quiet, ...overrides });
    const rows: Lab['rows'] = (sql, parameters = []) => rooms.orm.em.fork().execute(sql, parameters);
    lab = {
      rooms,
      clock,
      config,
      rows,
      announced: async () => {
        const found = await rows<{ name: string; payload: unknown }>('select name, payload from outbox order by seq');
        return found.map(({ name, payload }) => [name, payload]);
      },
    };
  });
  afterAll(() => scope.close());
  return () => lab;
}

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
