// The federation door: how the router enters each entity. Every reader is scoped to the asker, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Attachment } from '@mosaic/schema/types/attachment';
import { may } from '../access.js';
import { User } from '../domain/user.js';
import type { MediaContext } from './context.js';

export const references: Record<string, ReferenceReader<MediaContext>> = {
  User: async ({ id }, { asker }) => (asker && isIdOf('User', id) ? new User(id) : null),
  Media: async ({ id }, { load }) => load.media.load(id),
  Album: async ({ id }, { load }) => load.album.load(id),
  MediaComment: async ({ id }, { load }) => load.comment.load(id),
  // What it admits to is decided by its field.
  Attachment: async (reference) => new Attachment((reference as unknown as Attachment).grant),
  AdminDashboard: async (reference, { asker }) =>
    may.seeDashboard(asker) ? new AdminDashboard((reference as unknown as AdminDashboard).period) : null,
};
