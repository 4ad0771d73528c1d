// The parts of this subgraph's schema.
import './types/user-type.js';
import './types/session-type.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { Session } from '../domain/session.js';
import type { UsersContext } from './context.js';
import { mutations } from './mutations.js';
import { Queries } from './queries.js';
import { references } from './references.js';
import { SessionFields } from './session-fields.js';
import { foreignNodes } from './types/foreign-nodes.js';
import { UserFields } from './user-fields.js';

export const schemaParts: SchemaParts<UsersContext> = {
  resolvers: [Queries, UserFields, SessionFields, ...mutations],
  references,
  orphanedTypes: [Session, ...foreignNodes.values()],
};
