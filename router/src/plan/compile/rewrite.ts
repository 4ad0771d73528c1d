// The planner's own corrections of what is sent and of what comes back, applied by the code that goes with the planner.
import { createRequire } from 'node:module';
import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Fetched } from './run.js';

type ApplyRewrites = (schema: GraphQLSchema, rewrites: FetchDataRewrite[] | undefined, value: Fetched) => void;

// @apollo/gateway has no "exports" and no entry for this.
const { applyRewrites } = createRequire(import.meta.url)('@apollo/gateway/dist/dataRewrites.js') as {
  applyRewrites: ApplyRewrites;
};

export const rewrite = applyRewrites;
