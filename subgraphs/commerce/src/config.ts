// The environment of this process, as typed configuration.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { Secret } from '@mosaic/kernel/config/secret';
import { everySubgraph, storeUrl } from '@mosaic/kernel/config/settings';
import { z } from 'zod';

const secretText = z
  .string()
  .min(1)
  .transform((text) => new Secret(text));

const settings = {
  ...everySubgraph,
  DATABASE_URL: storeUrl('postgresql', 'postgres'),
  STRIPE_SECRET_KEY: secretText,
  /** What Stripe, or its simulator, signs webhooks with. */
  STRIPE_WEBHOOK_SECRET: secretText,
  /** Where payments are made; absent is the real service. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
};

export type CommerceConfig = ReturnType<typeof readCommerceConfig>;

/** Throws ConfigError. */
export const readCommerceConfig = (env: NodeJS.ProcessEnv) => readConfig(settings, env);
