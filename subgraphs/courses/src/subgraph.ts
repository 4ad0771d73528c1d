// The composition root of courses: the only file that knows every room.
import 'reflect-metadata';
import { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { startSweep } from '@mosaic/kernel/lifecycle/sweep';
import { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { probeMongo } from '@mosaic/kernel/stores/connect-mongo';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { mongoOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { assemble, type RunningSubgraph } from '@mosaic/kernel/subgraph/assemble';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { createLogger, type Logger } from '@mosaic/kernel/telemetry/logger';
import { type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, seconds, systemClock } from '@mosaic/kernel/values/time';
import type { Connection } from 'mongoose';
import type { CoursesConfig } from './config.js';
import { readersOf } from './data/readers/readers.js';
import { collectionsOf } from './data/records/collections.js';
import { openStore } from './data/store.js';
import { unitOfWork } from './data/unit-of-work.js';
import { consumeEvents } from './events/consume-events.js';
import { contextIn } from './graphql/context.js';
import { schemaParts } from './graphql/schema.js';
import { releaseExpired } from './use-cases/release-expired.js';
import type { Rooms } from './use-cases/rooms.js';

const NAME = 'courses';

/** What tests and the demo world replace by name. */
export interface Overrides {
  clock?: Clock;
  mintId?: MintId;
  log?: Logger;
}

/** The rooms, and what only the composition root needs beside them. */
export interface OpenCourses extends Rooms {
  readonly connection: Connection;
  /** Called after every commit that announced something. */
  onAnnounced: () => void;
}

/** Opens everything the use cases need, without a server: indexes ensured. */
export async function openCourses(
  scope: Scope,
  config: CoursesConfig,
  overrides: Overrides = {},
): Promise<OpenCourses> {
  const log = overrides.log ?? createLogger(NAME, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const connection = await openStore(scope, config.MONGODB_URL.reveal());
  const collections = collectionsOf(connection);
  const rooms: OpenCourses = {
    connection,
    onAnnounced: () => {},
    transact: unitOfWork({ connection, collections, clock, pokeRelay: () => rooms.onAnnounced() }),
    read: readersOf(collections),
    seal: new CursorSeal(config.MOSAIC_CURSOR_KEY),
    grants: new GrantSeal(config.MOSAIC_CURSOR_KEY),
    clock,
    mintId: overrides.mintId ?? mintId,
    log,
  };
  return rooms;
}

/** The running subgraph. A missing Redis only delays what is announced and heard. */
export async function startSubgraph(
  scope: Scope,
  config: CoursesConfig,
  overrides: Overrides = {},
): Promise<RunningSubgraph & { log: Logger }> {
  const rooms = await openCourses(scope, config, overrides);
  const { connection, log } = rooms;
  const url = config.REDIS_URL.reveal();
  const publisher = scope.own(connectRedis(url, 'commands', log), (open) => open.disconnect());
  const source = mongoOutbox(connection);
  const relay = scope.own(startRelay({ subgraph: NAME, source, redis: publisher, log }), (open) => open.stop());
  rooms.onAnnounced = () => relay.poke();

  const blocking = scope.own(connectRedis(url, 'blocking', log), (open) => open.disconnect());
  scope.own(consumeEvents(NAME, rooms, blocking), (open) => open.stop());

  const expiry = { name: 'claims that expire', every: seconds(1), work: () => releaseExpired(rooms), log };
  scope.own(startSweep(expiry), (open) => open.stop());

  const running = await assemble(scope, {
    ...schemaParts,
    name: NAME,
    host: config.HOST,
    port: config.PORT,
    callerKeys: config.MOSAIC_CALLER_KEYS,
    log,
    context: contextIn(rooms),
    probe: probeMongo(connection),
  });
  return { ...running, log };
}

/** This subgraph's SDL; needs no store. */
export const sdl = async (): Promise<string> => (await buildSubgraph(schemaParts)).sdl;
