// Every setting of the router, with its default, for each of its two profiles; a wrong one stops the start.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { everyProcess, json, milliseconds, port } from '@mosaic/kernel/config/settings';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { z } from 'zod';
import { DEEPEST_RECURSION } from './document/limits.js';

// Apollo's gateway reads this one by itself; without it, it probes cloud metadata addresses and exports metrics.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const count = z.coerce.number().int().min(1).max(1_000_000);

const commaList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((list) => list.filter((part) => part !== ''));

/** Exact origins, comma separated; `*` is never one. */
const origins = commaList.refine(
  (list) => list.every(isOrigin),
  'must be exact origins such as https://app.example, comma separated',
);

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

const isPlain = (origin: string): boolean => origin.startsWith('http://');

/** What both profiles read; where their defaults differ, each has its own. */
const everyProfile = {
  /** {"<subgraph>": "http://..."}: replaces routing URLs of the supergraph file. */
  SUBGRAPH_URLS: json(z.record(z.string(), z.url())).default({}),
  /** Operations whose plans are made before they are asked: a JSON file, or a folder of .graphql files. */
  OPERATIONS: z.string().optional(),
  INTROSPECTION: z.enum(['on', 'off']).optional(),
  SUBGRAPH_CONNECTIONS: count.default(64),
  /** In bytes; a larger answer of a subgraph is refused. */
  SUBGRAPH_LARGEST_ANSWER: z.coerce.number().int().min(1_024).max(1_073_741_824).default(8_388_608),
  /** `off` sends every query, also while the same viewer waits for an identical one. */
  SHARE_IN_FLIGHT: z.enum(['on', 'off']).default('on'),
  KEEP_ALIVE_MS: milliseconds.default(seconds(12)),
  DRAIN_SPREAD_MS: milliseconds.default(seconds(5)),
} as const;

const mosaicShape = {
  ...everyProcess,
  ...everyProfile,
  /** The composed supergraph file; nothing is composed at run time. */
  SUPERGRAPH: z.string().default('schema/supergraph.graphql'),
  /** The built web app; without an index.html there, none is served. Its operations are in ../operations.json of it. */
  APP_DIR: z.string().default('client/dist'),
  MOSAIC_ISSUER: z.string().min(1),
  JWKS_URL: z.url(),
  /** Where the last key set is kept, so that tokens can be verified while `users` is away. */
  JWKS_CACHE: z.string().min(1),
  CORS_ORIGINS: origins.default([]),
  /** `plain` cookies work over http, while developing; `secure` ones have the __Host- prefix and want https. */
  SESSION_COOKIES: z.enum(['secure', 'plain']).optional(),
  QUERY_DEADLINE_MS: milliseconds.default(seconds(5)),
  MUTATION_DEADLINE_MS: milliseconds.default(seconds(10)),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(seconds(2)),
  SUBSCRIPTIONS_PER_SOCKET: count.default(50),
  /** Over HTTP (SSE, multipart), of one viewer or one anonymous address. */
  STREAMS_PER_CLIENT: count.default(100),
  SOCKETS_PER_USER: count.default(20),
  SOCKETS_PER_ADDRESS: count.default(20),
  MESSAGES_PER_SECOND: count.default(50),
  /** How long a socket may outlive its token at most; each socket draws its own moment below it. */
  EXPIRY_JITTER_MS: milliseconds.max(minutes(1)).default(seconds(3)),
} as const;

const { NODE_ENV, LOG_LEVEL, HOST } = everyProcess;

/** Any supergraph: nothing is known of its documents, its subgraphs and its callers, so all of this is generous. */
const standaloneShape = {
  NODE_ENV,
  LOG_LEVEL,
  HOST,
  PORT: port,
  ...everyProfile,
  /** The composed supergraph file. Its presence in the environment chooses this profile. */
  SUPERGRAPH_PATH: z.string().min(1),
  /** Exact origins or `*`; by default `*` while developing and none in production. */
  CORS_ORIGINS: z.union([z.literal('*'), origins]).optional(),
  /** Request headers that go on to subgraphs. */
  PASS_HEADERS: commaList
    .transform((list) => list.map((name) => name.toLowerCase()))
    .refine((list) => list.every(isPassable), "must be names of headers that are no connection's own, comma separated")
    .default(['authorization']),
  /** Whether the payload of a client's connection_init goes on to subgraphs. */
  PASS_CONNECTION_PARAMS: z.enum(['on', 'off']).default('on'),
  QUERY_DEADLINE_MS: milliseconds.default(seconds(30)),
  MUTATION_DEADLINE_MS: milliseconds.default(seconds(60)),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(seconds(15)),
  SUBSCRIPTIONS_PER_SOCKET: count.default(1_000),
  STREAMS_PER_CLIENT: count.default(10_000),
  SOCKETS_PER_ADDRESS: count.default(10_000),
  MESSAGES_PER_SECOND: count.default(1_000),
  MAX_DOCUMENT_CHARACTERS: count.default(100_000),
  MAX_DOCUMENT_TOKENS: count.default(20_000),
  MAX_DEPTH: count.max(DEEPEST_RECURSION - 1).default(50),
  MAX_SELECTIONS: count.default(10_000),
  MAX_ROOT_FIELDS: count.default(100),
  MAX_ALIASES: count.default(500),
  MAX_DIRECTIVES: count.default(500),
} as const;

/** Headers that belong to one connection (RFC 9110, section 7.6.1) or to one body: the next hop has its own. */
const OF_ONE_HOP = new Set([
  ...['connection', 'content-encoding', 'content-length', 'content-type', 'expect', 'host', 'keep-alive', 'te'],
  ...['proxy-connection', 'trailer', 'transfer-encoding', 'upgrade'],
]);

const isPassable = (name: string): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !OF_ONE_HOP.has(name) && !name.startsWith('sec-websocket-');

type Environment = Readonly<Record<string, string | undefined>>;
export type RouterConfig = Readonly<z.infer<z.ZodObject<typeof mosaicShape>>>;
export type StandaloneConfig = Readonly<z.infer<z.ZodObject<typeof standaloneShape>>>;

/** The names of all settings, of both profiles. */
export const settingNames: readonly string[] = [...new Set([mosaicShape, standaloneShape].flatMap(Object.keys))];

/** Of the profile that the environment chooses. Throws ConfigError. */
export const chooseConfig = (env: Environment): RouterConfig | StandaloneConfig =>
  env['SUPERGRAPH_PATH'] ? readStandaloneConfig(env) : readRouterConfig(env);

/** Throws ConfigError. */
export const readStandaloneConfig = (env: Environment): StandaloneConfig => readConfig(standaloneShape, env);

export const isStandalone = (config: RouterConfig | StandaloneConfig): config is StandaloneConfig =>
  'SUPERGRAPH_PATH' in config;

/** Mosaic's own. Throws ConfigError. */
export function readRouterConfig(env: Environment): RouterConfig {
  return readConfig(mosaicShape, env, ({ NODE_ENV, CORS_ORIGINS, SESSION_COOKIES }) =>
    NODE_ENV === 'production'
      ? [
          ...(CORS_ORIGINS.some(isPlain) ? ['CORS_ORIGINS: must be https origins in production'] : []),
          ...(SESSION_COOKIES === 'plain' ? ['SESSION_COOKIES: must be secure in production'] : []),
        ]
      : [],
  );
}

export const hasSecureCookies = ({ NODE_ENV, SESSION_COOKIES }: RouterConfig): boolean =>
  SESSION_COOKIES === undefined ? NODE_ENV === 'production' : SESSION_COOKIES === 'secure';

export const showsSchema = ({ NODE_ENV, INTROSPECTION }: RouterConfig): boolean =>
  INTROSPECTION === undefined ? NODE_ENV !== 'production' : INTROSPECTION === 'on';

/** A production that names its origins is reached over https alone: no others are allowed there. */
export const isOnHttps = ({ NODE_ENV, CORS_ORIGINS }: RouterConfig): boolean =>
  NODE_ENV === 'production' && CORS_ORIGINS.length > 0;
