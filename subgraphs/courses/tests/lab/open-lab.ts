// What the tests of use cases work in: the subgraph's rooms on real stores, and people to do things.
import { randomBytes } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll } from 'vitest';
import { type CoursesConfig, readCoursesConfig } from '../../src/config.js';
import { type OpenCourses, type Overrides, openCourses } from '../../src/subgraph.js';
import { openMongo, openRedis } from './stores.js';

const key = (): string => randomBytes(32).toString('base64url');

/** Outages are part of these tests: what is logged of them is not shown. */
export const log = createLogger('courses', 'CRITICAL');

export const configFor = (mongoUrl: string, redisUrl: string): CoursesConfig =>
  readCoursesConfig({
    PORT: '0',
    MONGODB_URL: mongoUrl,
    REDIS_URL: redisUrl,
    MOSAIC_CURSOR_KEY: key(),
    MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'test', keys: { test: key() } }),
  });

export const person = (role = 'USER'): Viewer => ({ id: mintId('User'), sessionId: mintId('Session'), role });

/** The system's clock, and as much ahead of it as a test wants. */
export class TestClock {
  #offset = 0;
  readonly now = (): Date => new Date(Date.now() + this.#offset);
  forward(by: number): void {
    this.#offset += by;
  }
}

/** Opens before the first test of the file and closes after the last; `rooms()` is there in between. */
export function openLab(overrides: Overrides = {}): { rooms: () => OpenCourses; config: () => CoursesConfig } {
  const scope = new Scope();
  let rooms: OpenCourses;
  let config: CoursesConfig;
  beforeAll(async () => {
    config = configFor(await openMongo(scope), await openRedis(scope));
    rooms = await openCourses(scope, config, { log, ...overrides });
  });
  afterAll(() => scope.close());
  return { rooms: () => rooms, config: () => config };
}
