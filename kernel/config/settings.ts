// The kinds of settings that several processes share, as zod schemas keyed by variable name.
import { z } from 'zod';
import { logLevels } from '../telemetry/logger.js';
import { Secret } from './secret.js';

export const port = z.coerce.number().int().min(0).max(65_535);

export const milliseconds = z.coerce.number().int().min(1).max(3_600_000);

/** 32 random bytes as base64url (RFC 4648, section 5); kept as a Secret. */
export const key256 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes in base64url')
  .transform((text) => new Secret(Buffer.from(text, 'base64url')));

/** A store's URL; kept as a Secret, because it holds a password. */
export const storeUrl = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => protocols.some((name) => text.startsWith(`${name}://`)), `must start with ${protocols[0]}://`)
    .transform((text) => new Secret(text));

export const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const callerKeys = json(z.object({ current: z.string(), keys: z.record(z.string(), key256) })).refine(
  ({ current, keys }) => current in keys,
  '"current" must name one of "keys"',
);

/** What every process of ours reads. */
export const everyProcess = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(logLevels).default('INFO'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port,
  REDIS_URL: storeUrl('redis', 'rediss'),
  MOSAIC_CALLER_KEYS: callerKeys,
} as const;

/** What every subgraph reads beside its store. */
export const everySubgraph = { ...everyProcess, MOSAIC_CURSOR_KEY: key256 } as const;
