// The parts of this subgraph's schema.
import './types/media-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { User } from '../domain/user.js';
import { AlbumFields } from './album-fields.js';
import type { MediaContext } from './context.js';
import { MediaCommentFields, MediaFields } from './media-fields.js';
import { mutations } from './mutations.js';
import { Queries } from './queries.js';
import { references } from './references.js';
import { AdminDashboard, Attachment } from './types/media-types.js';
import { AdminDashboardFields, AttachmentFields, UserFields } from './user-fields.js';

export const schemaParts: SchemaParts<MediaContext> = {
  resolvers: [
    Queries,
    ...mutations,
    UserFields,
    MediaFields,
    MediaCommentFields,
    AlbumFields,
    AttachmentFields,
    AdminDashboardFields,
  ],
  references,
  orphanedTypes: [User, Attachment, AdminDashboard],
};
