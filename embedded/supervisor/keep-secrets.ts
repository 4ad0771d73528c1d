// The secrets of a development world: made once, kept in a file that only we can read, handed to the services by environment.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Values of environment variables, by name. */
export interface Secrets {
  MOSAIC_CALLER_KEYS: string;
  MOSAIC_CURSOR_KEY: string;
  MOSAIC_SIGNING_KEY: string;
  /** Of the stand-in for Stripe: what it signs webhooks with. */
  STRIPE_WEBHOOK_SECRET: string;
}

/** Reads `<dataDir>/secrets.json`, making it (mode 600), or what is missing in it. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  const kept = readKept(file);
  const secrets = { ...makeSecrets(), ...kept };
  if (Object.keys(secrets).length === Object.keys(kept).length) return secrets;
  writeFileSync(`${file}.draft`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
  return secrets;
}

function readKept(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return {};
  }
}

function makeSecrets(): Secrets {
  const key = (): string => randomBytes(32).toString('base64url');
  const kid = randomBytes(6).toString('hex');
  return {
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: kid, keys: { [kid]: key() } }),
    MOSAIC_CURSOR_KEY: key(),
    MOSAIC_SIGNING_KEY: JSON.stringify(makeSigningKey()),
    STRIPE_WEBHOOK_SECRET: `whsec_${key()}`,
  };
}

/** A private ES256 key as a JWK (RFC 7518, section 6.2), named by its thumbprint (RFC 7638). */
function makeSigningKey(): Record<string, unknown> {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const { crv, kty, x, y } = jwk;
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { ...jwk, kid, alg: 'ES256', use: 'sig' };
}
