// What the tests work in: configuration for stores of their own, and people.
import { randomBytes } from 'node:crypto';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { mintId } from '@mosaic/kernel/values/ids';
import { type MediaConfig, readMediaConfig } from '../../src/config.js';
import type { Asker } from '../../src/data/asker.js';

const key = (): string => randomBytes(32).toString('base64url');

/** Refused and broken uploads are part of these tests: what is logged of them is not shown. */
export const log = createLogger('media', 'CRITICAL');

export const configFor = (mongoUrl: string, redisUrl: string, settings: NodeJS.ProcessEnv = {}): MediaConfig =>
  readMediaConfig({
    PORT: '0',
    MONGODB_URL: mongoUrl,
    REDIS_URL: redisUrl,
    MOSAIC_CURSOR_KEY: key(),
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'test', keys: { test: key() } }),
    MEDIA_WORK_SECONDS: '30', // tests run beside much else
    ...settings,
  });

export const person = (role = 'USER'): Asker => ({ id: mintId('User'), sessionId: mintId('Session'), role });
