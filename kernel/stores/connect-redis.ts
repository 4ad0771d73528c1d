// Redis connections that never hang a request: a dead or silent server is an error within 200 ms.
import { Redis } from 'ioredis';
import type { Logger } from '../telemetry/logger.js';

const COMMAND_TIMEOUT_MS = 200;

/**
 * `purpose` 'commands' fails fast; 'subscriber' and 'blocking' wait for as long as it takes and re-attach by themselves.
 * Connection errors are logged once per outage.
 */
export function connectRedis(url: string, purpose: 'commands' | 'subscriber' | 'blocking', log: Logger): Redis {
  const redis = new Redis(url, {
    connectTimeout: 1_000,
    maxRetriesPerRequest: purpose === 'commands' ? 0 : null,
    ...(purpose === 'commands' && { commandTimeout: COMMAND_TIMEOUT_MS, enableOfflineQueue: true }),
    retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
  });
  let isDown = false;
  redis.on('error', (error) => {
    if (!isDown) log.warning('Redis is unreachable', { purpose, error });
    isDown = true;
  });
  redis.on('ready', () => {
    if (isDown) log.info('Redis is back', { purpose });
    isDown = false;
  });
  return redis;
}
