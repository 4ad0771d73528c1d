// The composition root of booking: the only file that knows every room.
import 'reflect-metadata';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { startSweep } from '@mosaic/kernel/lifecycle/sweep';
import { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { postgresOutbox } from '@mosaic/kernel/stores/postgres-outbox';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { redisWakeUps } from '@mosaic/kernel/stores/redis-wake-ups';
import { assemble, type RunningSubgraph } from '@mosaic/kernel/subgraph/assemble';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { createLogger, type Logger, withoutCredentials } from '@mosaic/kernel/telemetry/logger';
import { type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, systemClock } from '@mosaic/kernel/values/time';
import type { BookingConfig } from './config.js';
import { calendarLog } from './data/live/calendar-log.js';
import { lookAhead } from './data/readers/look-ahead.js';
import { readersOf } from './data/readers/readers.js';
import { openStore, probeStore } from './data/store.js';
import { Turns } from './data/turns.js';
import { unitOfWork } from './data/unit-of-work.js';
import { consumeEvents } from './events/consume-events.js';
import { contextIn } from './graphql/context.js';
import { schemaParts } from './graphql/schema.js';
import type { Rooms } from './use-cases/rooms.js';
import { sweepsIn } from './use-cases/sweeps.js';

const NAME = 'booking';

/** What tests and the demo world replace by name. */
export interface Overrides {
  clock?: Clock;
  mintId?: MintId;
  log?: Logger;
  /** Sees every SQL statement. */
  onQuery?: (sql: string) => void;
}

/** The rooms, and what only the composition root and a demo world need beside them. */
export interface OpenBooking extends Rooms {
  readonly orm: MikroORM;
  /** Called after every commit that announced something. */
  onAnnounced: () => void;
}

/** Opens everything the use cases need, without a server: the database migrated, wake-ups attached. */
export async function openBooking(
  scope: Scope,
  config: BookingConfig,
  overrides: Overrides = {},
): Promise<OpenBooking> {
  const log = overrides.log ?? createLogger(NAME, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const seal = new CursorSeal(config.MOSAIC_CURSOR_KEY);
  const redisFor = (purpose: 'commands' | 'subscriber') =>
    scope.own(connectRedis(config.REDIS_URL.reveal(), purpose, log), (open) => open.disconnect());
  const wakeUps = redisWakeUps(redisFor('commands'), redisFor('subscriber'));
  const orm = await openStore(scope, {
    url: config.DATABASE_URL.reveal(),
    onQuery: overrides.onQuery,
    onWarning: (text) => log.warning('PostgreSQL driver', { text: withoutCredentials(text) }),
  });
  const fork = () => orm.em.fork();
  const rooms: OpenBooking = {
    orm,
    onAnnounced: () => {},
    transact: unitOfWork({ orm, wakeUps, clock, pokeRelay: () => rooms.onAnnounced() }),
    read: readersOf(fork, seal),
    turns: new Turns(),
    lookAhead: lookAhead(fork),
    calendarLog: calendarLog(fork),
    wakeUps,
    seal,
    clock,
    mintId: overrides.mintId ?? mintId,
    log,
  };
  return rooms;
}

/** The running subgraph. A missing Redis only delays what is announced and what is heard live. */
export async function startSubgraph(
  scope: Scope,
  config: BookingConfig,
  overrides: Overrides = {},
): Promise<RunningSubgraph & { log: Logger }> {
  const rooms = await openBooking(scope, config, overrides);
  const { orm, log } = rooms;
  const redisFor = (purpose: 'commands' | 'blocking') =>
    scope.own(connectRedis(config.REDIS_URL.reveal(), purpose, log), (open) => open.disconnect());
  const source = postgresOutbox(orm.em.fork());
  const relay = scope.own(startRelay({ subgraph: NAME, source, redis: redisFor('commands'), log }), (open) =>
    open.stop(),
  );
  rooms.onAnnounced = () => relay.poke();
  scope.own(consumeEvents(NAME, rooms, redisFor('blocking')), (open) => open.stop());
  for (const sweep of sweepsIn(rooms, () => orm.em.fork()))
    scope.own(startSweep({ ...sweep, log }), (open) => open.stop());
  const running = await assemble(scope, {
    ...schemaParts,
    name: NAME,
    host: config.HOST,
    port: config.PORT,
    callerKeys: config.MOSAIC_CALLER_KEYS,
    log,
    context: contextIn(rooms),
    probe: probeStore(orm),
  });
  return { ...running, log };
}

/** This subgraph's SDL; needs no store. */
export const sdl = async (): Promise<string> => (await buildSubgraph(schemaParts)).sdl;
