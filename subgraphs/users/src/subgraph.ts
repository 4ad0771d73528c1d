// The composition root of users: the only file that knows every room.
import 'reflect-metadata';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { startSweep } from '@mosaic/kernel/lifecycle/sweep';
import { CursorSeal } from '@mosaic/kernel/paging/cursor';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { postgresOutbox } from '@mosaic/kernel/stores/postgres-outbox';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { assemble, type RunningSubgraph } from '@mosaic/kernel/subgraph/assemble';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { createLogger, type Logger, withoutCredentials } from '@mosaic/kernel/telemetry/logger';
import { type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, seconds, systemClock } from '@mosaic/kernel/values/time';
import type { UsersConfig } from './config.js';
import type { MailTransport } from './data/mail/letter.js';
import { openTransport } from './data/mail/open-transport.js';
import { countPeople } from './data/readers/count-people.js';
import { readAudit } from './data/readers/read-audit.js';
import { readCoaches } from './data/readers/read-coaches.js';
import { readCredentials } from './data/readers/read-credentials.js';
import { readPeople } from './data/readers/read-people.js';
import { readSessions } from './data/readers/read-sessions.js';
import { readSpecialties } from './data/readers/read-specialties.js';
import { openAccessTokens } from './data/secrets/access-tokens.js';
import { openLinkTokens } from './data/secrets/link-tokens.js';
import { type Engine, openPasswords } from './data/secrets/passwords.js';
import { openStore, probeStore } from './data/store.js';
import { unitOfWork } from './data/unit-of-work.js';
import { consumeEvents } from './events/consume-events.js';
import { contextIn } from './graphql/context.js';
import { publishKeys } from './graphql/publish-keys.js';
import { schemaParts } from './graphql/schema.js';
import { deliverMails } from './use-cases/deliver-mails.js';
import type { Rooms } from './use-cases/rooms.js';

const NAME = 'users';

/** What tests and the demo world replace by name. */
export interface Overrides {
  clock?: Clock;
  mintId?: MintId;
  log?: Logger;
  /** What hashes passwords. */
  engine?: Engine;
  /** Sees every SQL statement. */
  onQuery?: (sql: string) => void;
  /** No mail is ever queued: a demo world's people have no mailboxes. */
  isMute?: boolean;
  /** Where mails go instead of what the configuration names. */
  transport?: MailTransport;
}

/** The rooms, and what only the composition root and a demo world need beside them. */
export interface OpenUsers extends Rooms {
  readonly orm: MikroORM;
  /** Called after every commit that announced something. */
  onAnnounced: () => void;
  /** Called after every commit that queued a mail. */
  onMail: () => void;
}

/** Opens everything the use cases need, without a server: the database migrated, the keys imported. */
export async function openUsers(scope: Scope, config: UsersConfig, overrides: Overrides = {}): Promise<OpenUsers> {
  const log = overrides.log ?? createLogger(NAME, config.LOG_LEVEL);
  const clock = overrides.clock ?? systemClock;
  const seal = new CursorSeal(config.MOSAIC_CURSOR_KEY);
  const passwords = openPasswords(config.PASSWORD_COST, overrides.engine);
  const [orm, accessTokens] = await Promise.all([
    openStore(scope, {
      url: config.DATABASE_URL.reveal(),
      onQuery: overrides.onQuery,
      onWarning: (text) => log.warning('PostgreSQL driver', { text: withoutCredentials(text) }),
    }),
    openAccessTokens(config.MOSAIC_SIGNING_KEY, config.MOSAIC_ISSUER),
  ]);
  const fork = () => orm.em.fork();
  const rooms: OpenUsers = {
    orm,
    log,
    clock,
    mintId: overrides.mintId ?? mintId,
    passwords,
    accessTokens,
    linkTokens: openLinkTokens(config.MOSAIC_CURSOR_KEY),
    coaches: readCoaches(fork, seal),
    specialties: readSpecialties(fork),
    audit: readAudit(fork, seal),
    counts: countPeople(fork),
    people: readPeople(fork, seal),
    sessions: readSessions(fork, clock),
    credentials: readCredentials(fork),
    onAnnounced: () => {},
    onMail: () => {},
    transact: unitOfWork(orm, clock, {
      onAnnounced: () => rooms.onAnnounced(),
      onMail: () => rooms.onMail(),
      mintId: overrides.mintId ?? mintId,
      isMute: overrides.isMute ?? false,
    }),
  };
  return rooms;
}

/** The running subgraph. A missing Redis only delays what is announced and heard; a missing mail server delays mails. */
export async function startSubgraph(
  scope: Scope,
  config: UsersConfig,
  overrides: Overrides = {},
): Promise<RunningSubgraph & { log: Logger }> {
  const rooms = await openUsers(scope, config, overrides);
  const { orm, log } = rooms;
  const redis = scope.own(connectRedis(config.REDIS_URL.reveal(), 'commands', log), (open) => open.disconnect());
  const source = postgresOutbox(orm.em.fork());
  const relay = scope.own(startRelay({ subgraph: NAME, source, redis, log }), (open) => open.stop());
  rooms.onAnnounced = () => relay.poke();
  const blocking = scope.own(connectRedis(config.REDIS_URL.reveal(), 'blocking', log), (open) => open.disconnect());
  scope.own(consumeEvents(NAME, rooms, blocking), (open) => open.stop());

  const transport = scope.own(overrides.transport ?? openTransport(config), (open) => open.close());
  const mailRoom = { transport, publicUrl: config.PUBLIC_URL };
  const work = () => deliverMails(rooms, mailRoom);
  const mails = scope.own(startSweep({ name: 'mails', every: seconds(5), work, log }), (open) => open.stop());
  rooms.onMail = () => mails.poke();

  const running = await assemble(scope, {
    ...schemaParts,
    name: NAME,
    host: config.HOST,
    port: config.PORT,
    callerKeys: config.MOSAIC_CALLER_KEYS,
    log,
    context: contextIn(rooms),
    probe: probeStore(orm),
    pages: { '/.well-known/jwks.json': publishKeys(rooms.accessTokens) },
  });
  return { ...running, log };
}

/** This subgraph's SDL; needs no store. */
export const sdl = async (): Promise<string> => (await buildSubgraph(schemaParts)).sdl;
