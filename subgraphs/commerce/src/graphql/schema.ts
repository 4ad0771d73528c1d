// The parts of this subgraph's schema, one per line.
import './types/user-type.js';
import './types/product-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { User } from '../domain/user.js';
import type { CommerceContext } from './context.js';
import { mutations } from './mutations.js';
import { queries } from './queries.js';
import { references } from './references.js';

export const schemaParts: SchemaParts<CommerceContext> = {
  resolvers: [...queries, ...mutations],
  references,
  orphanedTypes: [User],
};
