// The stores of one test file: the embedded ones, or real servers when the environment names them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from '@mosaic/embedded/mongo/start-mongo';
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';

/** Fresh for each file, so that files never see each other's data. */
const database = `media_${process.pid}_${Date.now()}`;

/** The URL of a database of this file's own. `port` brings a stopped server back where it was. */
export async function openMongo(scope: Scope): Promise<string> {
  const real = process.env['MONGODB_URL'];
  if (real) {
    const url = new URL(real);
    url.pathname = `/${database}`;
    return url.href;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'media-mongo-'));
  scope.defer(() => rm(dataDir, { recursive: true, force: true }));
  const server = scope.own(await startMongo({ dataDir }), (open) => open.stop());
  return server.url(database);
}

export async function openRedis(scope: Scope): Promise<string> {
  return process.env['REDIS_URL'] ?? scope.own(await startRedis({}), (open) => open.stop()).url;
}
