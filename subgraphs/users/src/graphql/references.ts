// The federation door: how the router enters each entity. Every reader is scoped to the viewer, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import type { UsersContext } from './context.js';

export const references: Record<string, ReferenceReader<UsersContext>> = {
  User: async ({ id }, { load }) => load.user.load(id),
  Session: async ({ id }, { load }) => load.session.load(id),
};
