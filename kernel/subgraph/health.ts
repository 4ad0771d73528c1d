// The health page: exactly {status, service, version, database, timestamp}; 503 while the mandatory store is away.
import { withTimeout } from '../deadline/deadline.js';
import { seconds } from '../values/time.js';

/** One release number for the whole product; the root package.json carries the same, and a test holds them together. */
export const VERSION = '0.1.0';
const PROBE_BUDGET = seconds(1);

/** Asks the mandatory store for a sign of life; rejects when it has none. Null for a process that needs no store. */
export type StoreProbe = (() => Promise<unknown>) | null;

export interface Health {
  readonly status: 'healthy' | 'unhealthy';
  readonly service: string;
  readonly version: string;
  readonly database: 'connected' | 'disconnected';
  readonly timestamp: string;
}

export async function healthOf(service: string, probe: StoreProbe): Promise<Health> {
  const isConnected = await withTimeout((async () => probe?.())(), PROBE_BUDGET).then(
    () => true,
    () => false,
  );
  return {
    status: isConnected ? 'healthy' : 'unhealthy',
    service,
    version: VERSION,
    database: isConnected ? 'connected' : 'disconnected',
    timestamp: new Date().toISOString(),
  };
}
