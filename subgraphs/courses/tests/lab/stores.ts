// The stores of one test file: embedded ones, or real servers when the environment names them.
import { openDatabase } from '@mosaic/embedded/mongo/open-database';
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';

/** The URL of a database of this file's own. */
export async function openMongo(scope: Scope): Promise<string> {
  const { url } = scope.own(await openDatabase(), (database) => database.close());
  return url;
}

export async function openRedis(scope: Scope): Promise<string> {
  return process.env['REDIS_URL'] ?? scope.own(await startRedis({}), (open) => open.stop()).url;
}
