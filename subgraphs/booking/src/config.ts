// The environment of this process, as typed configuration.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { everySubgraph, storeUrl } from '@mosaic/kernel/config/settings';

const settings = { ...everySubgraph, DATABASE_URL: storeUrl('postgresql', 'postgres') };

export type BookingConfig = ReturnType<typeof readBookingConfig>;

/** Throws ConfigError. */
export const readBookingConfig = (env: NodeJS.ProcessEnv) => readConfig(settings, env);
