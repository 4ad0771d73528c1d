// The environment of this process, as typed configuration.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { everySubgraph, storeUrl } from '@mosaic/kernel/config/settings';

const settings = { ...everySubgraph, MONGODB_URL: storeUrl('mongodb', 'mongodb+srv') };

export type CoursesConfig = ReturnType<typeof readCoursesConfig>;

/** Throws ConfigError. */
export const readCoursesConfig = (env: NodeJS.ProcessEnv) => readConfig(settings, env);
