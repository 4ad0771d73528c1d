// The environment of this process, as typed configuration.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { everySubgraph, storeUrl } from '@mosaic/kernel/config/settings';
import { z } from 'zod';

const MIB = 1_048_576;
const bytes = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const settings = {
  ...everySubgraph,
  MONGODB_URL: storeUrl('mongodb', 'mongodb+srv'),
  /** How many bytes of originals one person may keep, uploads under way included. */
  MEDIA_QUOTA_BYTES: bytes.default(2_048 * MIB),
  /** How long a picture or document may be worked on. */
  MEDIA_WORK_SECONDS: z.coerce.number().int().min(1).max(60).default(5),
  /** The largest lesson video. Everything else has its fixed limit of 10 MiB. */
  MEDIA_VIDEO_BYTES: bytes.default(200 * MIB),
};

export type MediaConfig = ReturnType<typeof readMediaConfig>;

/** Throws ConfigError. */
export const readMediaConfig = (env: NodeJS.ProcessEnv) => readConfig(settings, env);
