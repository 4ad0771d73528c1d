// What the tests of users share: a real PostgreSQL per test file, a clock that moves by hand, and the rooms.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { openDatabase as openEmptyDatabase } from '@mosaic/embedded/postgres/open-database';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { type Clock, later, type Milliseconds } from '@mosaic/kernel/values/time';
import { readUsersConfig, type UsersConfig } from '../../src/config.js';
import { type OpenUsers, type Overrides, openUsers } from '../../src/subgraph.js';
import type { SessionTokens } from '../../src/use-cases/begin-session.js';
import type { Rooms } from '../../src/use-cases/rooms.js';
import { type SignUp, signUp } from '../../src/use-cases/sign-up.js';

export const PASSWORD = 'correct horse';

class HandClock implements Clock {
  #now = new Date('2026-11-21T09:00:00.000Z');

  now(): Date {
    return this.#now;
  }

  advance(by: Milliseconds): void {
    this.#now = later(this.#now, by);
  }
}

const jwk = (kid: string) => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  kid,
});

/** A valid environment; bcrypt at its lowest cost, because its strength is not what most tests are about. */
export const environment = (databaseUrl: string, more: Record<string, string> = {}): Record<string, string> => {
  const key = randomBytes(32).toString('base64url');
  return {
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    // Nobody listens here: what is announced waits in the outbox, where the tests read it.
    REDIS_URL: 'redis://127.0.0.1:9',
    MOSAIC_ISSUER: 'https://mosaic.test',
    MOSAIC_SIGNING_KEY: JSON.stringify([jwk('first'), jwk('second')]),
    MOSAIC_CURSOR_KEY: key,
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'c', keys: { c: key } }),
    PASSWORD_COST: '4',
    ...more,
  };
};

export const quiet = createLogger('users', 'CRITICAL');

/** The URL of an empty database, which is dropped when the scope closes. */
export async function openDatabase(scope: Scope): Promise<string> {
  const { url } = scope.own(await openEmptyDatabase(), (database) => database.close());
  return url;
}

export interface Lab {
  readonly rooms: OpenUsers;
  readonly clock: HandClock;
  readonly config: UsersConfig;
  readonly queries: string[];
  /** A new account; throws when it is refused. */
  newcomer(input?: Partial<SignUp>): Promise<SessionTokens>;
  /** What was announced so far, oldest first, as `[name, payload]`. */
  announced(): Promise<[string, unknown][]>;
  close(): Promise<void>;
}

export async function openLab(overrides: Overrides = {}): Promise<Lab> {
  const scope = new Scope();
  const config = readUsersConfig(environment(await openDatabase(scope)));
  const clock = new HandClock();
  const queries: string[] = [];
  const onQuery = (sql: string) => queries.push(sql);
  const rooms = await openUsers(scope, config, { clock, log: quiet, onQuery, ...overrides });
  return {
    rooms,
    clock,
    config,
    queries,
    newcomer: (input) => newcomer(rooms, input),
    announced: async () => {
      const rows = await rooms.orm.em
        .fork()
        .execute<{ name: string; payload: unknown }[]>('select name, payload from outbox order by seq');
      return rows.map(({ name, payload }) => [name, payload]);
    },
    close: () => scope.close(),
  };
}

let count = 0;

async function newcomer(rooms: Rooms, input: Partial<SignUp> = {}): Promise<SessionTokens> {
  count += 1;
  const account = { email: `person${count}@people.test`, password: PASSWORD, displayName: `Person ${count}` };
  return granted(await signUp(rooms, { ...account, locale: 'en', ...input }));
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
