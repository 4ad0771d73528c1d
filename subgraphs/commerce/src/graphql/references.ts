// The federation door: how the router enters each entity. Every reader is scoped to the asker, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { User } from '../domain/user.js';
import type { CommerceContext } from './context.js';
import { dashboardFor } from './dashboard-fields.js';

export const references: Record<string, ReferenceReader<CommerceContext>> = {
  User: async ({ id }, { call }) => (call.viewer && isIdOf('User', id) ? new User(id) : null),
  Product: async ({ id }, { load }) => load.product.load(id),
  ProductVariant: async ({ id }, { load }) => load.variant.load(id),
  Cart: async ({ id }, { load }) => load.cart.load(id),
  Order: async ({ id }, { load }) => load.order.load(id),
  Payment: async ({ id }, { load }) => load.payment.load(id),
  AdminDashboard: async (reference, context) => dashboardFor(context, reference),
};
