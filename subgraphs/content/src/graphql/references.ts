// The federation door: how the router enters each entity. Every reader is scoped to the asker, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { User } from '../domain/user.js';
import type { ContentContext } from './context.js';
import { dashboardFor } from './dashboard-fields.js';

export const references: Record<string, ReferenceReader<ContentContext>> = {
  User: async ({ id }, { asker }) => (asker && isIdOf('User', id) ? new User(id) : null),
  Room: async ({ id }, { load }) => load.room.load(id),
  Message: async ({ id }, { load }) => load.message.load(id),
  Post: async ({ id }, { load }) => load.post.load(id),
  Comment: async ({ id }, { load }) => load.comment.load(id),
  Monitor: async ({ id }, { load }) => load.monitor.load(id),
  AlertRule: async ({ id }, { load }) => load.rule.load(id),
  Alert: async ({ id }, { load }) => load.alert.load(id),
  AdminDashboard: async (reference, context) =>
    'period' in reference ? dashboardFor(context, String(reference.period)) : null,
  Notification: async ({ id }, { load }) => load.notification.load(id),
};
