// The composition root of content: the only file that knows every room.
import 'reflect-metadata';
import { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { probeMongo } from '@mosaic/kernel/stores/connect-mongo';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { leaseBook } from '@mosaic/kernel/stores/lease-book';
import { mongoOutbox } from '@mosaic/kernel/stores/mongo-outbox';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { redisWakeUps } from '@mosaic/kernel/stores/redis-wake-ups';
import { assemble, type RunningSubgraph } from '@mosaic/kernel/subgraph/assemble';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { createLogger, type Logger } from '@mosaic/kernel/telemetry/logger';
import { type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, hours, systemClock } from '@mosaic/kernel/values/time';
import type { Connection } from 'mongoose';
import type { ContentConfig } from './config.js';
import { presenceBoard } from './data/live/presence-board.js';
import { roomLog } from './data/live/room-log.js';
import { sharedReads } from './data/live/shared-reads.js';
import { topicLog, trimTopics } from './data/live/topic-log.js';
import { typingBoard } from './data/live/typing-board.js';
import { readersOf } from './data/readers/readers.js';
import { collectionsOf } from './data/records/collections.js';
import { sightingsIn } from './data/sightings.js';
import { openStore } from './data/store.js';
import { unitOfWork } from './data/unit-of-work.js';
import { consumeEvents } from './events/consume-events.js';
import { contextIn } from './graphql/context.js';
import { schemaParts } from './graphql/schema.js';
import type { Rooms } from './use-cases/rooms.js';

const NAME = 'content';

/** What tests and the demo world replace by name. */
export interface Overrides {
  clock?: Clock;
  mintId?: MintId;
  log?: Logger;
}

/** The rooms, and what only the composition root needs beside them. */
export interface OpenContent extends Rooms {
  readonly connection: Connection;
  /** Called after every commit that announced something. */
  onAnnounced: () => void;
}

/** Opens everything the use cases need, without a server: indexes ensured, live topics attached. */
export async function openContent(
  scope: Scope,
  config: ContentConfig,
  overrides: Overrides = {},
): Promise<OpenContent> {
  const log = overrides.log ?? createLogger(NAME, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const mint = overrides.mintId ?? mintId;
  const redisFor = (purpose: 'commands' | 'subscriber') =>
    scope.own(connectRedis(config.REDIS_URL.reveal(), purpose, log), (open) => open.disconnect());
  const [redis, subscriber] = [redisFor('commands'), redisFor('subscriber')];

  const connection = await openStore(scope, config.MONGODB_URL.reveal());
  const collections = collectionsOf(connection);

  const wakeUps = redisWakeUps(redis, subscriber);
  const sightings = sightingsIn(collections, clock);
  const presence = presenceBoard(leaseBook(redis, 'presence'), sightings.note, log);
  // Not awaited: without Redis there is no presence, but there is a chat.
  void presence.open(subscriber).catch((error: unknown) => log.warning('presence is not watched', { error }));

  const rooms: OpenContent = {
    connection,
    onAnnounced: () => {},
    transact: unitOfWork({
      connection,
      collections,
      wakeUps,
      clock,
      mintId: mint,
      pokeRelay: () => rooms.onAnnounced(),
    }),
    read: readersOf(collections),
    logs: {
      room: sharedReads(roomLog(collections)),
      inbox: sharedReads(topicLog(collections)),
      alerts: sharedReads(topicLog(collections)),
      notifications: sharedReads(topicLog(collections)),
    },
    wakeUps,
    typing: typingBoard(redis, wakeUps, log),
    presence,
    sightings,
    seal: new CursorSeal(config.MOSAIC_CURSOR_KEY),
    grants: new GrantSeal(config.MOSAIC_CURSOR_KEY),
    clock,
    mintId: mint,
    log,
  };
  return rooms;
}

/** The running subgraph. A missing Redis only delays what is announced and hides who is there. */
export async function startSubgraph(
  scope: Scope,
  config: ContentConfig,
  overrides: Overrides = {},
): Promise<RunningSubgraph & { log: Logger }> {
  const rooms = await openContent(scope, config, overrides);
  const { connection, log } = rooms;
  const url = config.REDIS_URL.reveal();
  const publisher = scope.own(connectRedis(url, 'commands', log), (open) => open.disconnect());
  const source = mongoOutbox(connection);
  const relay = scope.own(startRelay({ subgraph: NAME, source, redis: publisher, log }), (open) => open.stop());
  rooms.onAnnounced = () => relay.poke();

  const blocking = scope.own(connectRedis(url, 'blocking', log), (open) => open.disconnect());
  scope.own(consumeEvents(NAME, rooms, blocking), (open) => open.stop());

  const trimming = setInterval(() => {
    trimTopics(collectionsOf(connection)).catch((error: unknown) => log.warning('topics were not trimmed', { error }));
  }, hours(1));
  scope.defer(() => clearInterval(trimming));

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
