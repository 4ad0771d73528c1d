// Redis for a test file: an own database of REDIS_URL's server when that is set, else an embedded server.
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import type { Redis } from 'ioredis';
import { connectRedis } from '../../stores/connect-redis.js';
import { journal } from './log.js';

export interface RedisLab {
  url: string;
  /** For a test's own questions. */
  redis: Redis;
  connect(purpose: Parameters<typeof connectRedis>[1]): Redis;
  close(): Promise<void>;
}

/** `database` keeps test files that run at the same time apart. */
export async function openRedis(database: number): Promise<RedisLab> {
  const given = process.env['REDIS_URL'];
  const server = given ? null : await startRedis();
  const url = given ? `${given.replace(/\/\d*$/, '')}/${database}` : (server?.url ?? '');
  const opened: Redis[] = [];
  const connect: RedisLab['connect'] = (purpose) => {
    const redis = connectRedis(url, purpose, journal().log);
    opened.push(redis);
    return redis;
  };
  const redis = connect('commands');
  await redis.flushdb();
  return {
    url,
    redis,
    connect,
    async close() {
      for (const connection of opened) connection.disconnect();
      await server?.stop();
    },
  };
}
