// The composition root of media: the only file that knows every room.
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
import { type Clock, type Milliseconds, seconds, systemClock } from '@mosaic/kernel/values/time';
import type { Connection } from 'mongoose';
import type { MediaConfig } from './config.js';
import { openFiles } from './data/bytes/file-store.js';
import { openWorkshop } from './data/bytes/workshop.js';
import { readersOf } from './data/readers/readers.js';
import { collectionsOf } from './data/records/collections.js';
import { LinkSeal } from './data/seals/link-seal.js';
import { TicketSeal } from './data/seals/ticket-seal.js';
import { openStore } from './data/store.js';
import { unitOfWork } from './data/unit-of-work.js';
import { consumeEvents } from './events/consume-events.js';
import { contextIn } from './graphql/context.js';
import { schemaParts } from './graphql/schema.js';
import { mediaPages } from './http/media-pages.js';
import { endOverdueTickets } from './use-cases/create-upload-ticket.js';
import type { Rooms } from './use-cases/rooms.js';

const NAME = 'media';

/** What tests and the demo world replace by name. */
export interface Overrides {
  clock?: Clock;
  mintId?: MintId;
  log?: Logger;
  /** How long an upload may hardly send. */
  patience?: Milliseconds;
}

/** The rooms, and what only the composition root needs beside them. */
export interface OpenMedia extends Rooms {
  readonly connection: Connection;
  /** Called after every commit that announced something. */
  onAnnounced: () => void;
}

/** Opens everything the use cases need, without a server: indexes ensured, workers ready to start. */
export async function openMedia(scope: Scope, config: MediaConfig, overrides: Overrides = {}): Promise<OpenMedia> {
  const log = overrides.log ?? createLogger(NAME, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const connection = await openStore(scope, config.MONGODB_URL.reveal());
  const collections = collectionsOf(connection);
  const key = config.MOSAIC_CURSOR_KEY;
  const rooms: OpenMedia = {
    connection,
    onAnnounced: () => {},
    transact: unitOfWork({ connection, collections, clock, pokeRelay: () => rooms.onAnnounced() }),
    read: readersOf(collections),
    files: openFiles(connection, collections, clock),
    workshop: openWorkshop(scope, config.MEDIA_WORK_SECONDS),
    limits: {
      quotaBytes: config.MEDIA_QUOTA_BYTES,
      videoBytes: config.MEDIA_VIDEO_BYTES,
      patience: overrides.patience ?? seconds(15),
    },
    seal: new CursorSeal(key),
    grants: new GrantSeal(key),
    tickets: new TicketSeal(key),
    links: new LinkSeal(key),
    clock,
    mintId: overrides.mintId ?? mintId,
    log,
  };
  return rooms;
}

/** The running subgraph. A missing Redis only delays what is announced and what others tell. */
export async function startSubgraph(
  scope: Scope,
  config: MediaConfig,
  overrides: Overrides = {},
): Promise<RunningSubgraph & { log: Logger }> {
  const rooms = await openMedia(scope, config, overrides);
  const { connection, files, log } = rooms;
  const url = config.REDIS_URL.reveal();
  const publisher = scope.own(connectRedis(url, 'commands', log), (open) => open.disconnect());
  const source = mongoOutbox(connection);
  const relay = scope.own(startRelay({ subgraph: NAME, source, redis: publisher, log }), (open) => open.stop());
  rooms.onAnnounced = () => relay.poke();

  const blocking = scope.own(connectRedis(url, 'blocking', log), (open) => open.disconnect());
  scope.own(consumeEvents(NAME, rooms, blocking), (open) => open.stop());
  const sweeps = [
    startSweep({ name: 'loose files', every: seconds(30), work: () => files.sweep(), log }),
    startSweep({ name: 'overdue tickets', every: seconds(30), work: () => endOverdueTickets(rooms), log }),
  ];
  for (const sweep of sweeps) scope.own(sweep, (open) => open.stop());

  const running = await assemble(scope, {
    ...schemaParts,
    name: NAME,
    host: config.HOST,
    port: config.PORT,
    callerKeys: config.MOSAIC_CALLER_KEYS,
    log,
    context: contextIn(rooms),
    probe: probeMongo(connection),
    pages: mediaPages(rooms),
  });
  return { ...running, log };
}

/** This subgraph's SDL; needs no store. */
export const sdl = async (): Promise<string> => (await buildSubgraph(schemaParts)).sdl;
