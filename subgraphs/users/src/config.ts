// The environment of this process, as typed configuration.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@mosaic/kernel/config/read-config';
import { Secret } from '@mosaic/kernel/config/secret';
import { everySubgraph, json, storeUrl } from '@mosaic/kernel/config/settings';
import { z } from 'zod';

const LOWEST_COST_IN_PRODUCTION = 10;

const coordinate = z.string().refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes');
const signingJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1).max(100),
  x: coordinate,
  y: coordinate,
  d: coordinate,
});

const settings = {
  ...everySubgraph,
  DATABASE_URL: storeUrl('postgresql', 'postgres'),
  /** One private JWK, or several: the first signs, all are published. */
  MOSAIC_SIGNING_KEY: json(z.union([signingJwk, z.array(signingJwk).min(1)])).transform(
    (keys) => new Secret([keys].flat()),
  ),
  MOSAIC_ISSUER: z.string().min(1),
  /** The cost of bcrypt: each step doubles the work. */
  PASSWORD_COST: z.coerce.number().int().min(4).max(16).default(12),
  /** Where mails go: files for development, a server for everything else. */
  MAIL_TRANSPORT: z.enum(['file', 'smtp']).default('file'),
  MAIL_DIR: z.string().default(join(tmpdir(), 'mosaic-mails')),
  SMTP_URL: storeUrl('smtp', 'smtps').optional(),
  /** "Name <address>", or an address. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address, or "Name <address>"')
    .default('Mosaic <mosaic@localhost>'),
  /** The base of the links in mails: where people reach the client. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:4000')
    .transform((url) => url.replace(/\/+$/, '')),
};

export type UsersConfig = ReturnType<typeof readUsersConfig>;

/** Throws ConfigError. */
export const readUsersConfig = (env: NodeJS.ProcessEnv) =>
  readConfig(settings, env, ({ NODE_ENV, PASSWORD_COST, MOSAIC_SIGNING_KEY, ...mail }) => {
    const problems: string[] = [];
    if (NODE_ENV === 'production' && PASSWORD_COST < LOWEST_COST_IN_PRODUCTION)
      problems.push(`PASSWORD_COST: must be at least ${LOWEST_COST_IN_PRODUCTION} in production`);
    const kids = MOSAIC_SIGNING_KEY.reveal().map(({ kid }) => kid);
    if (new Set(kids).size < kids.length) problems.push('MOSAIC_SIGNING_KEY: two keys have one kid');
    if (mail.MAIL_TRANSPORT === 'smtp' && !mail.SMTP_URL)
      problems.push('SMTP_URL: must be set for MAIL_TRANSPORT smtp');
    if (mail.MAIL_TRANSPORT === 'file' && mail.SMTP_URL) problems.push('SMTP_URL: is of no use to MAIL_TRANSPORT file');
    return problems;
  });

/** The two settings that a tool beside the running service needs. Throws ConfigError. */
export const readStoreConfig = (env: NodeJS.ProcessEnv) =>
  readConfig({ DATABASE_URL: settings.DATABASE_URL, LOG_LEVEL: settings.LOG_LEVEL }, env);
