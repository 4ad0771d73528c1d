// What the tests of use cases work in: the subgraph's rooms on real stores, and people to do things.
import { randomBytes } from 'node:crypto';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll } from 'vitest';
import { type ContentConfig, readContentConfig } from '../../src/config.js';
import type { Asker } from '../../src/data/asker.js';
import { type OpenContent, type Overrides, openContent } from '../../src/subgraph.js';
import { openMongo, openRedis } from './stores.js';

const key = (): string => randomBytes(32).toString('base64url');

/** Outages are part of these tests: what is logged of them is not shown. */
export const log = createLogger('content', 'CRITICAL');

export const configFor = (mongoUrl: string, redisUrl: string): ContentConfig =>
  readContentConfig({
    PORT: '0',
    MONGODB_URL: mongoUrl,
    REDIS_URL: redisUrl,
    MOSAIC_CURSOR_KEY: key(),
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'test', keys: { test: key() } }),
  });

export const person = (): Asker => ({ id: mintId('User'), sessionId: mintId('Session'), role: 'USER' });

/** Opens before the first test of the file and closes after the last; `rooms()` is there in between. */
export function openLab(overrides: Overrides = {}): { rooms: () => OpenContent; config: () => ContentConfig } {
  const scope = new Scope();
  let rooms: OpenContent;
  let config: ContentConfig;
  beforeAll(async () => {
    config = configFor(await openMongo(scope), await openRedis(scope));
    rooms = await openContent(scope, config, { log, ...overrides });
  });
  afterAll(() => scope.close());
  return { rooms: () => rooms, config: () => config };
}
