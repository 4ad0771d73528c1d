// Every setting of the router, with its default; a wrong one stops the start.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { everyProcess, json, milliseconds } from '@mosaic/kernel/config/settings';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { z } from 'zod';

// Apollo's gateway reads this one by itself; without it, it probes cloud metadata addresses and exports metrics.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const count = z.coerce.number().int().min(1).max(1_000_000);

/** Exact origins, comma separated; `*` is never one. */
const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .transform((list) => list.filter((origin) => origin !== ''))
  .refine((list) => list.every(isOrigin), 'must be exact origins such as https://app.example, comma separated');

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

const isPlain = (origin: string): boolean => origin.startsWith('http://');

const shape = {
  ...everyProcess,
  /** The composed supergraph file; nothing is composed at run time. */
  SUPERGRAPH: z.string().default('schema/supergraph.graphql'),
  /** The built web app; without an index.html there, none is served. */
  APP_DIR: z.string().default('client/dist'),
  /** {"<subgraph>": "http://..."}: replaces routing URLs of the supergraph file. */
  SUBGRAPH_URLS: json(z.record(z.string(), z.url())).default({}),
  MOSAIC_ISSUER: z.string().min(1),
  JWKS_URL: z.url(),
  /** Where the last key set is kept, so that tokens can be verified while `users` is away. */
  JWKS_CACHE: z.string().min(1),
  CORS_ORIGINS: origins,
  /** `plain` cookies work over http, while developing; `secure` ones have the __Host- prefix and want https. */
  SESSION_COOKIES: z.enum(['secure', 'plain']).optional(),
  /** `on` shows the schema in production too. */
  INTROSPECTION: z.enum(['on', 'off']).optional(),
  QUERY_DEADLINE_MS: milliseconds.default(seconds(5)),
  MUTATION_DEADLINE_MS: milliseconds.default(seconds(10)),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(seconds(2)),
  SUBGRAPH_CONNECTIONS: count.default(64),
  SUBSCRIPTIONS_PER_SOCKET: count.default(50),
  SOCKETS_PER_USER: count.default(20),
  SOCKETS_PER_ADDRESS: count.default(20),
  MESSAGES_PER_SECOND: count.default(50),
  KEEP_ALIVE_MS: milliseconds.default(seconds(12)),
  DRAIN_SPREAD_MS: milliseconds.default(seconds(5)),
  /** How long a socket may outlive its token at most; each socket draws its own moment below it. */
  EXPIRY_JITTER_MS: milliseconds.max(minutes(1)).default(seconds(3)),
} as const;

export type RouterConfig = Readonly<z.infer<z.ZodObject<typeof shape>>>;

/** Throws ConfigError. */
export function readRouterConfig(env: Readonly<Record<string, string | undefined>>): RouterConfig {
  return readConfig(shape, env, ({ NODE_ENV, CORS_ORIGINS, SESSION_COOKIES }) =>
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
