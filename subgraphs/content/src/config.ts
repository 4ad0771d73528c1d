// The environment of this process, as typed configuration.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { everySubgraph, storeUrl } from '@mosaic/kernel/config/settings';

const settings = { ...everySubgraph, MONGODB_URL: storeUrl('mongodb', 'mongodb+srv') };

export type ContentConfig = ReturnType<typeof readContentConfig>;

/** Throws ConfigError. */
export const readContentConfig = (env: NodeJS.ProcessEnv) => readConfig(settings, env);
