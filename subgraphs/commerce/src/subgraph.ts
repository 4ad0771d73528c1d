// The composition root of commerce: the only file that knows every room.
import 'reflect-metadata';
import type { MikroORM } from '@mikro-orm/postgresql';
import { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { postgresOutbox } from '@mosaic/kernel/stores/postgres-outbox';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { assemble, type RunningSubgraph } from '@mosaic/kernel/subgraph/assemble';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { createLogger, type Logger, withoutCredentials } from '@mosaic/kernel/telemetry/logger';
import { type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, systemClock } from '@mosaic/kernel/values/time';
import type { CommerceConfig } from './config.js';
import { popularProducts } from './data/popular-products.js';
import { readersOf } from './data/readers/readers.js';
import { openStore, probeStore } from './data/store.js';
import { openStripe, type PaymentService } from './data/stripe/payment-service.js';
import { unitOfWork } from './data/unit-of-work.js';
import { consumeEvents } from './events/consume-events.js';
import { contextIn } from './graphql/context.js';
import { schemaParts } from './graphql/schema.js';
import { startSweeps } from './start-sweeps.js';
import type { Rooms } from './use-cases/rooms.js';
import { stripePage } from './webhooks/stripe-page.js';

const NAME = 'commerce';

/** What tests and the demo world replace by name. */
export interface Overrides {
  clock?: Clock;
  mintId?: MintId;
  log?: Logger;
  payments?: PaymentService;
  /** Sees every SQL statement. */
  onQuery?: (sql: string) => void;
}

/** The rooms, and what only the composition root and a demo world need beside them. */
export interface OpenCommerce extends Rooms {
  readonly orm: MikroORM;
  /** Called after every commit that announced something. */
  onAnnounced: () => void;
}

/** Opens everything the use cases need, without a server: the database migrated. */
export async function openCommerce(
  scope: Scope,
  config: CommerceConfig,
  overrides: Overrides = {},
): Promise<OpenCommerce> {
  const log = overrides.log ?? createLogger(NAME, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const orm = await openStore(scope, {
    url: config.DATABASE_URL.reveal(),
    onQuery: overrides.onQuery,
    onWarning: (text) => log.warning('PostgreSQL driver', { text: withoutCredentials(text) }),
  });
  const rooms: OpenCommerce = {
    orm,
    log,
    clock,
    mintId: overrides.mintId ?? mintId,
    seal: new CursorSeal(config.MOSAIC_CURSOR_KEY),
    grants: new GrantSeal(config.MOSAIC_CURSOR_KEY),
    read: readersOf(() => orm.em.fork()),
    payments:
      overrides.payments ??
      openStripe({
        secretKey: config.STRIPE_SECRET_KEY,
        webhookSecret: config.STRIPE_WEBHOOK_SECRET,
        apiUrl: config.STRIPE_API_URL,
      }),
    onAnnounced: () => {},
    transact: unitOfWork(orm, clock, () => rooms.onAnnounced()),
  };
  return rooms;
}

/** The running subgraph. A missing Redis only delays what is announced and what others announced. */
export async function startSubgraph(
  scope: Scope,
  config: CommerceConfig,
  overrides: Overrides = {},
): Promise<RunningSubgraph & { log: Logger }> {
  const rooms = await openCommerce(scope, config, overrides);
  const { orm, log } = rooms;
  const redisFor = (purpose: 'commands' | 'blocking') =>
    scope.own(connectRedis(config.REDIS_URL.reveal(), purpose, log), (open) => open.disconnect());
  const redis = redisFor('commands');
  const source = postgresOutbox(orm.em.fork());
  const relay = scope.own(startRelay({ subgraph: NAME, source, redis, log }), (open) => open.stop());
  rooms.onAnnounced = () => relay.poke();
  scope.own(consumeEvents(NAME, rooms, redisFor('blocking')), (open) => open.stop());
  startSweeps(scope, rooms);
  const running = await assemble(scope, {
    ...schemaParts,
    name: NAME,
    host: config.HOST,
    port: config.PORT,
    callerKeys: config.MOSAIC_CALLER_KEYS,
    log,
    context: contextIn(rooms, popularProducts(redis, rooms.read.orders, rooms.clock)),
    probe: probeStore(orm),
    pages: { '/webhooks/stripe': stripePage(rooms) },
  });
  return { ...running, log };
}

/** This subgraph's SDL; needs no store. */
export const sdl = async (): Promise<string> => (await buildSubgraph(schemaParts)).sdl;
